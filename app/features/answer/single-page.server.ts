import { type AppLoadContext, data } from '@remix-run/node';
import { randomToken } from '#app/.server/secrets.ts';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { control } from '#app/features/answer/control-fields.ts';
import type { Filled } from '#app/features/answer/question-form.tsx';
import { readSubmissionKey, submit } from '#app/features/answer/submit.server.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a post of the whole questionnaire leads to, when not to a receipt. */
export type SinglePageAnswered =
  | { readonly kind: 'invalid'; readonly filled: Filled }
  | {
      readonly kind: 'review';
      readonly filled: Filled;
      readonly answers: Answers;
      readonly submissionKey: string;
    };

/** All answers in one post: with a submission key they are accepted, without one they are shown for review. */
export async function answerSinglePage(request: Request, context: AppLoadContext, round: Round) {
  const fields = fieldsOf(context.form);
  const checked = validateAll(round.questionnaire, fields);
  if (!checked.ok || context.form.has(control.go)) {
    const errors = checked.ok ? [] : checked.errors;
    const filled: Filled = { values: fields, errors };
    return data<SinglePageAnswered>({ kind: 'invalid', filled }, { status: errors.length > 0 ? 400 : 200 });
  }
  const submissionKey = readSubmissionKey(context.form.get(control.submissionKey));
  if (submissionKey) return submit(request, context, { round, submissionKey, answers: checked.answers });
  return data<SinglePageAnswered>({
    kind: 'review',
    filled: { values: fields, errors: [] },
    answers: checked.answers,
    submissionKey: randomToken(),
  });
}
