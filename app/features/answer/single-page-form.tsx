import type { ReactNode } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { AnswerErrorSummary, type Filled, Questions } from '#app/features/answer/question-form.tsx';
import { answerWords } from '#app/i18n/ja/answer.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';

interface SinglePageFormProps {
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
  readonly filled: Filled;
  /** Above the questions: the code field, where the round asks for a code. */
  readonly children?: ReactNode;
}

/** The whole questionnaire on one page. */
export function SinglePageForm({ children, ...props }: SinglePageFormProps) {
  return (
    <form method="post" noValidate>
      <AnswerErrorSummary {...props} locale="ja" />
      {children}
      <Questions {...props} locale="ja" />
      <Button>{answerWords.single.toReview}</Button>
    </form>
  );
}
