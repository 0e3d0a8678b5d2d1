import { Button } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { QuestionField } from '#app/components/form/question-field.tsx';
import { answerErrorMessage } from '#app/i18n/ja/answer-errors.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import type { QuestionError } from '#surveys/response/validate-answers.ts';

/** What was typed into a form that could not be entered, and why. */
export interface RefusedRecords {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly QuestionError[];
}

interface RecordFormProps {
  readonly pages: readonly Page[];
  readonly submissionKey: string;
  readonly refused: RefusedRecords | undefined;
}

/** The figures that the ward keeps itself, entered by a clerk. */
export function RecordForm({ pages, submissionKey, refused }: RecordFormProps) {
  const errors = new Map(
    refused?.errors.map(({ questionId, error }) => [questionId, answerErrorMessage(error)]),
  );
  const questions = pages.flatMap((page) => page.questions);
  return (
    <form method="post" noValidate className="max-w-2xl">
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={[...errors].map(([id, message]) => ({ href: `#q-${id}`, message }))}
      />
      <p className="my-4">
        前に入力した件数があるときは、ここで入力した件数に置き換わります。足し合わせることはありません。
      </p>
      {questions.map((question, index) => (
        <QuestionField
          key={question.id}
          question={question}
          locale="ja"
          value={refused?.values[question.id]}
          error={errors.get(question.id)}
          number={index + 1}
        />
      ))}
      <input type="hidden" name="_key" value={refused?.values._key?.[0] ?? submissionKey} />
      <Button>記録する</Button>
    </form>
  );
}
