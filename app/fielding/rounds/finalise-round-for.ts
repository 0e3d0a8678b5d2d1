import { audit } from '#app/fielding/audit/audit.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import { softwareVersion } from '#app/fielding/results/software-version.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import type { FinalisingRefusal } from '#app/fielding/rounds/finalise-round.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { getPlan } from '#db/queries/plan.ts';
import type { Round } from '#surveys/round/round.ts';

export type FinaliseRefusal = FinalisingRefusal | { readonly kind: 'tally_disagrees' };

export type FinaliseOutcome =
  | { readonly kind: 'finalised' }
  | { readonly kind: 'refused'; readonly refusal: FinaliseRefusal };

/**
 * Finalises a closed round for a signed-in person and notes it in the audit log; what its codes, keys and drafts
 * left in the files is erased before this resolves, or as soon as it can be.
 */
export async function finaliseRoundFor(
  services: Services,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<FinaliseOutcome> {
  const { db, now, log, randomness } = services;
  await closeAcceptedForms(services, round.id);
  const on = { type: 'round', id: round.id } as const;
  const outcome = await finaliseResults(db, {
    plan: await getPlan(db, round.planId),
    roundId: round.id,
    now: now().toISOString(),
    softwareVersion,
    randomness,
    actor: { id: by.id, name: by.displayName },
    mover: by.role,
    afterwards: (tx) => audit(services, tx, { by, action: 'round.finalised', on }),
  });
  switch (outcome.kind) {
    case 'finalised':
      await forgetRound(services);
      return { kind: 'finalised' };
    case 'refused':
      return outcome;
    case 'tally_disagrees':
      log.error(
        { roundId: round.id, nDifferences: outcome.differences.length },
        'tally and recount disagree',
      );
      return { kind: 'refused', refusal: { kind: 'tally_disagrees' } };
  }
}

/** What the round's codes, keys and drafts leave outside of its tables goes, too: now, or as soon as it can. */
async function forgetRound({ eraser, usedCodes, log }: Services): Promise<void> {
  await usedCodes.catchUp().catch((error) => log.error({ err: error }, 'used codes could not be forgotten'));
  await eraser.erase();
}
