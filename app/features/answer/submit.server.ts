import { type AppLoadContext, redirect } from '@remix-run/node';
import { inLanguage } from '#app/features/answer/language.ts';
import { endVisitHeader } from '#app/features/answer/visit.server.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/** A submission key as Koebako makes it, or as a client that posts a single-page form made its own. */
const submissionKeyPattern = /^[A-Za-z0-9_-]{22,64}$/;

/** The submission key of a form, or undefined when there is none that could be one. */
export function readSubmissionKey(value: string | null): string | undefined {
  return value !== null && submissionKeyPattern.test(value) ? value : undefined;
}

/** Stratum of responses whose round draws none, or whose letter is unknown. */
const noStratum = 'all';

interface Submission {
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
  { round, submissionKey, answers, locale, draftId, codeToken }: Submission,
): Promise<Response> {
  const { acceptance, secrets, codeThrottle } = context.services;
  const outcome = await acceptance.submit({
    roundId: round.id,
    keyHash: secrets.submissionKeyHash(round.id, submissionKey),
    draftId: draftId ?? null,
    admission:
      round.access === 'code' && codeToken !== undefined
        ? { kind: 'code', codeHash: secrets.codeHash(round.id, codeToken) }
        : { kind: 'open' },
    response: {
      stratum: noStratum,
      profile: profileOf(round.questionnaire, answers),
      channel: 'web',
      answers,
    },
    counters: { language: locale, device: deviceOf(request.headers.get('User-Agent') ?? '') },
  });
  if (outcome === 'not_open') throw new Response('round', { status: 410 });
  if (outcome === 'code_used' || outcome === 'code_refused') {
    const page = outcome === 'code_used' ? 'used' : 'refused';
    if (page === 'refused') await codeThrottle.slowDown(context.clientIp);
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
  { submissionKey, locale }: Pick<Submission, 'submissionKey' | 'locale'>,
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
