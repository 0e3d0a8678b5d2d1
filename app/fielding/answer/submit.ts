import { answerUnknown } from '#app/fielding/codes/judge-code.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/** What somebody answers on, as the day counters tell them apart. */
export type WebDevice = 'phone' | 'tablet' | 'computer';

/** How an answer came over the web. */
export interface Sender {
  readonly device: WebDevice;
  readonly clientIp: string;
}

interface Sent extends Sender {
  readonly round: Round;
  readonly submissionKey: string;
  /** Valid, and pruned of what was not asked. */
  readonly answers: Answers;
  readonly locale: Locale;
  readonly draftId?: string;
  /** What the browser keeps in place of the letter's code, in a round that asks for one. */
  readonly codeToken?: string;
}

/** What became of an answer; `not_open`: the round closed in the meantime; `code_used`: with another key. */
export type Submitted =
  | { readonly kind: 'sent'; readonly receipt: string }
  | { readonly kind: 'not_open' | 'code_used' | 'code_refused' };

/** Accepts an answer; the same key gives the same receipt, however often it comes. */
export async function submitAnswers(services: Services, sent: Sent): Promise<Submitted> {
  const { round, submissionKey, answers, locale, draftId, codeToken, device, clientIp } = sent;
  const { acceptance, secrets } = services;
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
      answers,
      channel: 'web',
      codeHash: codeToken === undefined ? null : secrets.codeHash(round.id, codeToken),
      ...(draftId !== undefined && { draftId }),
      counters: { language: locale, device },
    }),
  );
  switch (outcome) {
    case 'accepted':
    case 'repeated':
      return { kind: 'sent', receipt: secrets.receipt(round.id, submissionKey) };
    case 'code_refused':
      await answerUnknown(services, clientIp);
      return { kind: outcome };
    case 'code_used':
    case 'not_open':
      return { kind: outcome };
  }
}
