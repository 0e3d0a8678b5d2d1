import type { ReactNode } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { AnswerErrorSummary, Questions } from '#app/features/answer/question-form.tsx';
import type { Page } from '#surveys/questionnaire/definition.ts';
import type { Filled } from '#surveys/response/validate-answers.ts';

interface SinglePageFormProps {
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
  readonly filled: Filled;
  readonly formId: string;
  readonly action: string;
  /** Above the questions: the code field, where the round asks for a code. */
  readonly children?: ReactNode;
}

/** The whole questionnaire on one page. */
export function SinglePageForm({ formId, action, children, ...props }: SinglePageFormProps) {
  const { answer: words } = useWords();
  return (
    <form id={formId} method="post" noValidate action={action}>
      <AnswerErrorSummary {...props} errors={props.filled.errors} />
      {children}
      <Questions {...props} />
      <Button>
        <Furigana text={words.single.toReview} />
      </Button>
    </form>
  );
}
