import { type AppLoadContext, redirect } from '@remix-run/node';
import { inLanguage } from '#app/features/answer/language.ts';
import { endVisitHeader } from '#app/features/answer/visit.server.ts';
import { answerUnknown } from '#app/fielding/codes/judge-code.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

interface Sent {
  readonly round: Round;
  readonly submissionKey: string;
  readonly answers: Answers;
  readonly locale: Locale;
  readonly draftId?: string;
  /** What the browser keeps in place of the letter's code, in a round that asks for one. */
  readonly codeToken?: string;
}

/**
 * Accepts a submission and leads to its receipt; the same key leads to the same receipt, however often it comes.
 * A code that was used up with another key leads to the page that says so.
 * @throws {Response} 410 when the round closed in the meantime
 */
export async function submit(
  request: Request,
  context: AppLoadContext,
  { round, submissionKey, answers, locale, draftId, codeToken }: Sent,
): Promise<Response> {
  const { acceptance, secrets } = context.services;
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
      answers,
      channel: 'web',
      codeHash: codeToken === undefined ? null : secrets.codeHash(round.id, codeToken),
      ...(draftId !== undefined && { draftId }),
      counters: { language: locale, device: deviceOf(request.headers.get('User-Agent') ?? '') },
    }),
  );
  if (outcome === 'not_open') throw new Response('round', { status: 410 });
  if (outcome === 'code_used' || outcome === 'code_refused') {
    const page = outcome === 'code_used' ? 'used' : 'refused';
    if (page === 'refused') await answerUnknown(context.services, context.clientIp);
    return redirect(inLanguage(`/s/${round.id}/code/${page}`, locale), {
      status: 303,
      headers: { 'Set-Cookie': await endVisitHeader(context, round) },
    });
  }
  return redirectToReceipt(context, round, { submissionKey, locale });
}

/** The way to the page that shows a submission's receipt number. */
export async function redirectToReceipt(
  context: AppLoadContext,
  round: Round,
  { submissionKey, locale }: Pick<Sent, 'submissionKey' | 'locale'>,
): Promise<Response> {
  const receipt = context.services.secrets.receipt(round.id, submissionKey);
  return redirect(inLanguage(`/s/${round.id}/sent/${receipt}`, locale), {
    status: 303,
    headers: { 'Set-Cookie': await endVisitHeader(context, round) },
  });
}

const deviceOf = (userAgent: string) => {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return 'tablet';
  return /Mobile|iPhone|Android/.test(userAgent) ? 'phone' : 'computer';
};
