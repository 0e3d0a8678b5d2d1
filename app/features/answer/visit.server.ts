import { type AppLoadContext, createCookie } from '@remix-run/node';
import { z } from 'zod';
import { draftIdOf, openDraft, randomToken, sealDraft } from '#app/fielding/secrets.ts';
import { findDraft, upsertDraft } from '#db/queries/draft.ts';
import { bumpPageCounts } from '#db/queries/page-count.ts';
import { inTransaction } from '#db/transaction.ts';
import { answersSchema } from '#surveys/response/answers.ts';
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

/** A resident on the way through a round: the token in their cookie opens their draft, nothing else does. */
export interface Visit {
  readonly token: string;
  readonly draft: Draft;
}

/** How long a browser keeps the way in of a letter: one sitting. Later the code opens the draft again. */
const codeVisitSeconds = 3 * 60 * 60;

const visitCookie = (context: AppLoadContext, round: Round) =>
  createCookie('koebako_visit', {
    httpOnly: true,
    sameSite: 'lax',
    secure: context.services.isSecure,
    path: `/s/${round.id}`,
    ...(round.access === 'code' ? { maxAge: codeVisitSeconds } : { expires: new Date(round.closesAt) }),
  });

/** The token that a browser keeps for a round; in a code round it stands for the code of the letter. */
export async function readVisitToken(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<string | undefined> {
  const token: unknown = await visitCookie(context, round).parse(request.headers.get('Cookie'));
  return typeof token === 'string' && token !== '' ? token : undefined;
}

/** The visit of a request, or undefined when there is no cookie or its draft is gone. */
export async function findVisit(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<Visit | undefined> {
  const token = await readVisitToken(request, context, round);
  return token === undefined ? undefined : findVisitByToken(context, round, token);
}

/** The visit whose draft a token opens, or undefined when there is no such draft. */
export async function findVisitByToken(
  context: AppLoadContext,
  round: Round,
  token: string,
): Promise<Visit | undefined> {
  const ciphertext = await findDraft(context.services.db, { roundId: round.id, draftId: draftIdOf(token) });
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
  context: AppLoadContext,
  round: Round,
  { visit, reached }: { readonly visit: Visit; readonly reached?: ReachedStep | undefined },
): Promise<void> {
  await inTransaction(context.services.db, async (tx) => {
    await upsertDraft(tx, {
      roundId: round.id,
      draftId: draftIdOf(visit.token),
      ciphertext: sealDraft(visit.token, JSON.stringify(visit.draft)),
      updatedAt: context.services.now().toISOString(),
      expiresAt: round.closesAt,
    });
    if (reached) await bumpPageCounts(tx, { writer: 0, reached: [{ roundId: round.id, step: reached }] });
  });
}

/** The header that gives a visit to the resident's browser. */
export const visitHeader = (context: AppLoadContext, round: Round, visit: Pick<Visit, 'token'>) =>
  visitCookie(context, round).serialize(visit.token);

/** The header that ends a visit in the resident's browser. */
export const endVisitHeader = (context: AppLoadContext, round: Round) =>
  visitCookie(context, round).serialize('', { expires: new Date(0), maxAge: 0 });
