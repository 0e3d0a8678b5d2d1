import { z } from 'zod';
import { draftIdOf, openDraft, randomToken, sealDraft } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { findDraft, upsertDraft } from '#db/queries/draft.ts';
import { bumpPageCounts } from '#db/queries/page-count.ts';
import { inTransaction } from '#db/transaction.ts';
import { answersSchema } from '#surveys/response/answers-schema.ts';
import type { ReachedStep } from '#surveys/round/page-progress.ts';
import type { Round } from '#surveys/round/round.ts';
import { locales } from '#surveys/text.ts';

const draftSchema = z.strictObject({
  submissionKey: z.string(),
  answers: answersSchema,
  /** What was typed and is no answer, by question: it comes back with its page. */
  refused: z.record(z.string(), z.array(z.string())).optional(),
  /** Pages saved before, so that the counters of pages count everyone once. */
  savedPages: z.array(z.string()).optional(),
  /** The language chosen last; Japanese where none was. */
  locale: z.enum(locales).optional(),
});

/** What a resident has filled in so far, and the key their submission will be known by. */
export type Draft = z.infer<typeof draftSchema>;

/**
 * A resident on the way through a round: the token that their browser keeps opens their draft, nothing else does. In
 * a round that asks for codes it is made of the letter's code, so that the code finds the draft from any device.
 */
export interface Visit {
  readonly token: string;
  readonly draft: Draft;
}

/** The visit whose draft a token opens; undefined without a token, and when there is no such draft (any more). */
export async function findVisit(
  { db }: Pick<Services, 'db'>,
  { round, token }: { readonly round: Pick<Round, 'id'>; readonly token: string | undefined },
): Promise<Visit | undefined> {
  if (token === undefined) return undefined;
  const ciphertext = await findDraft(db, { roundId: round.id, draftId: draftIdOf(token) });
  if (ciphertext === undefined) return undefined;
  return { token, draft: draftSchema.parse(JSON.parse(openDraft(token, ciphertext))) };
}

/** A new visit with an empty draft, not stored yet. */
export const newVisit = (token: string = randomToken()): Visit => ({
  token,
  draft: { submissionKey: randomToken(), answers: {} },
});

/** Stores the draft of a visit, encrypted, and counts the step it reached for the first time. */
export async function saveVisit(
  { db, now }: Pick<Services, 'db' | 'now'>,
  {
    round,
    visit,
    reached,
  }: { readonly round: Round; readonly visit: Visit; readonly reached?: ReachedStep | undefined },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await upsertDraft(tx, {
      roundId: round.id,
      draftId: draftIdOf(visit.token),
      ciphertext: sealDraft(visit.token, JSON.stringify(visit.draft)),
      updatedAt: now().toISOString(),
      expiresAt: round.closesAt,
    });
    if (reached) await bumpPageCounts(tx, { writer: 0, reached: [{ roundId: round.id, step: reached }] });
  });
}
