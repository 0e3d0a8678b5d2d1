import type { AppLoadContext } from '@remix-run/node';
import { findCode } from '#db/queries/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** Whether a form could be accepted with the code it was keyed with; `none`: it was keyed without one. */
export type CodeStanding = 'none' | 'usable' | 'used' | 'withdrawn' | 'unknown';

/** Whether nothing speaks against the code of a form. */
export const isAcceptable = (standing: CodeStanding): boolean => standing === 'usable' || standing === 'none';

/** Where the code that one entry holds stands now; only its hash is known. */
export async function findCodeStanding(
  { services: { db } }: AppLoadContext,
  round: Round,
  codeHash: string | null,
): Promise<CodeStanding> {
  if (codeHash === null) return 'none';
  const code = await findCode(db, { roundId: round.id, codeHash });
  switch (code?.state) {
    case undefined:
      return 'unknown';
    case 'issued':
      return 'usable';
    case 'used':
      return 'used';
    case 'void':
    case 'returned':
      return 'withdrawn';
  }
}
