import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { type CodeEntry, enterCode, readCodeToken } from '#app/features/answer/code-entry.server.ts';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { inLanguage, languageOf, linkedLocale, switchedLocale } from '#app/features/answer/language.ts';
import type { Filled } from '#app/features/answer/question-form.tsx';
import { submit } from '#app/features/answer/submit.server.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { parseSubmissionKey } from '#surveys/response/submission-key.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a post of the whole questionnaire leads to, when not to a receipt. */
export type SinglePageAnswered =
  | { readonly kind: 'invalid'; readonly filled: Filled; readonly refusal?: CodeRefusal }
  | {
      readonly kind: 'review';
      readonly filled: Filled;
      readonly answers: Answers;
      readonly submissionKey: string;
      /** As typed; sent along with the answers. */
      readonly typedCode: string;
    };

/** All answers in one post, with the code where the round asks for one: with a submission key they are accepted, without one they are shown for review. */
export async function answerSinglePage(request: Request, context: AppLoadContext, round: Round) {
  const fields = fieldsOf(context.form);
  const checked = validateAll(round.questionnaire, fields);
  const switched = switchedLocale(context.form);
  const { locale } = languageOf(round, switched, linkedLocale(request));
  const submissionKey = parseSubmissionKey(context.form.get(control.submissionKey));
  const typedCode = context.form.get(control.code);
  const isReviewSwitch = switched !== undefined && submissionKey !== undefined;
  if (!checked.ok || (context.form.has(control.go) && !isReviewSwitch)) {
    const errors = checked.ok || switched !== undefined ? [] : checked.errors;
    return data<SinglePageAnswered>(
      {
        kind: 'invalid',
        filled: { values: fields, errors },
        ...(typedCode !== null && { refusal: { typed: typedCode } }),
      },
      { status: errors.length > 0 ? 400 : 200 },
    );
  }
  if (isReviewSwitch) return showReview(fields, checked.answers, { submissionKey, typedCode });
  const code = await readOrEnterCode(request, context, { round, isSending: submissionKey !== undefined });
  if (code.kind === 'used' || code.kind === 'refused') {
    throw redirect(inLanguage(`/s/${round.id}/code/${code.kind}`, locale), 303);
  }
  if (code.kind === 'mend') {
    const filled: Filled = { values: fields, errors: [] };
    return data<SinglePageAnswered>({ kind: 'invalid', filled, refusal: code.refusal }, { status: 400 });
  }
  if (submissionKey) {
    return submit(request, context, {
      round,
      submissionKey,
      answers: checked.answers,
      locale,
      ...(code.kind === 'ready' && { codeToken: code.token }),
    });
  }
  return showReview(fields, checked.answers, { submissionKey: randomToken(), typedCode });
}

const showReview = (
  fields: Filled['values'],
  answers: Answers,
  { submissionKey, typedCode }: { readonly submissionKey: string; readonly typedCode: string | null },
) =>
  data<SinglePageAnswered>({
    kind: 'review',
    filled: { values: fields, errors: [] },
    answers,
    submissionKey,
    typedCode: typedCode ?? '',
  });

/** A code that comes with a submission key is judged at acceptance, where a repetition is told from a second use. */
async function readOrEnterCode(
  request: Request,
  context: AppLoadContext,
  { round, isSending }: { readonly round: Round; readonly isSending: boolean },
): Promise<CodeEntry | { readonly kind: 'none' }> {
  if (round.access === 'open') return { kind: 'none' };
  if (!isSending) return enterCode(request, context, round);
  const read = await readCodeToken(request, context, round);
  return 'refusal' in read ? { kind: 'mend', refusal: read.refusal } : { kind: 'ready', token: read.token };
}
