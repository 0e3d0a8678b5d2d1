import { Button } from '#app/components/form/button.tsx';
import { AnswerErrorSummary, type Filled, Questions } from '#app/features/answer/question-form.tsx';
import { answerWords } from '#app/i18n/ja/answer.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';

interface SinglePageFormProps {
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
  readonly filled: Filled;
}

/** The whole questionnaire on one page. */
export function SinglePageForm(props: SinglePageFormProps) {
  return (
    <form method="post" noValidate>
      <AnswerErrorSummary {...props} locale="ja" />
      <Questions {...props} locale="ja" />
      <Button>{answerWords.single.toReview}</Button>
    </form>
  );
}
