import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { readDirection, readSubmissionKey, readTypedCode } from '#app/features/answer/answer-forms.server.ts';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { inLanguage, languageOf, linkedLocale } from '#app/features/answer/language.ts';
import { deviceOf, hrefOfCodeState, hrefOfStep, leadToReceipt } from '#app/features/answer/lead-on.server.ts';
import { type Begun, begin, beginWithCode } from '#app/fielding/answer/begin.ts';
import { answerSinglePage } from '#app/fielding/answer/single-page.ts';
import { readVisitToken, visitHeader } from '#app/web/visit-cookie.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Filled } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a post of the first page leads to, when it leads nowhere else. */
export type StartAnswered =
  | { readonly kind: 'code'; readonly refusal: CodeRefusal }
  | { readonly kind: 'invalid'; readonly filled: Filled; readonly refusal?: CodeRefusal }
  | {
      readonly kind: 'review';
      readonly answers: Answers;
      readonly submissionKey: string;
      /** As typed; sent along with the answers. */
      readonly typedCode: string;
    };

/** Starts a draft, or goes on with the one that the browser or the letter's code has begun. */
export async function beginVisit(request: Request, context: AppLoadContext, round: Round) {
  const { services, form, clientIp } = context;
  const token = await readVisitToken(request, context, round);
  const beginning = { round, token, wantedLocale: linkedLocale(request) };
  if (round.access === 'open') throw await leadOn(context, round, await begin(services, beginning));
  const typedCode = readTypedCode(form);
  const begun = await beginWithCode(services, { ...beginning, typedCode, clientIp });
  switch (begun.kind) {
    case 'begun':
      throw await leadOn(context, round, begun);
    case 'refused': {
      const refusal = { typed: typedCode ?? '', obstacle: begun.obstacle };
      return data<StartAnswered>({ kind: 'code', refusal }, { status: 400 });
    }
    case 'used':
    case 'withdrawn':
      throw redirect(
        inLanguage(hrefOfCodeState(round, begun.kind), languageOf(round, linkedLocale(request)).locale),
        303,
      );
  }
}

async function leadOn(
  context: AppLoadContext,
  round: Round,
  { token, locale, next }: Begun,
): Promise<Response> {
  return redirect(inLanguage(hrefOfStep(round, next), locale), {
    status: 303,
    headers: { 'Set-Cookie': await visitHeader(context, round, token) },
  });
}

/** Takes all answers in one post, where the questionnaire is on one page. */
export async function answerOnOnePage(request: Request, context: AppLoadContext, round: Round) {
  const { services, form, clientIp } = context;
  const { direction, wantedLocale } = readDirection(form);
  const { locale } = languageOf(round, wantedLocale, linkedLocale(request));
  const typed = fieldsOf(form);
  const typedCode = readTypedCode(form);
  const answered = await answerSinglePage(services, {
    round,
    typed,
    direction,
    locale,
    typedCode,
    token: await readVisitToken(request, context, round),
    submissionKey: readSubmissionKey(form),
    device: deviceOf(request),
    clientIp,
  });
  const showAgain = (errors: Filled['errors'], refusal?: CodeRefusal) =>
    data<StartAnswered>(
      { kind: 'invalid', filled: { values: typed, errors }, ...(refusal && { refusal }) },
      { status: errors.length > 0 || refusal?.obstacle ? 400 : 200 },
    );
  switch (answered.kind) {
    case 'questions':
      return showAgain(answered.errors, typedCode === undefined ? undefined : { typed: typedCode });
    case 'refused':
      return showAgain([], { typed: typedCode ?? '', obstacle: answered.obstacle });
    case 'review':
      return data<StartAnswered>({ ...answered, typedCode: typedCode ?? '' });
    case 'used':
    case 'withdrawn':
      throw redirect(inLanguage(hrefOfCodeState(round, answered.kind), locale), 303);
    case 'sent':
    case 'not_open':
    case 'code_used':
    case 'code_refused':
      throw await leadToReceipt(context, { round, submitted: answered, locale });
  }
}
