import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { control } from '#app/features/answer/control-fields.ts';
import { ReviewList } from '#app/features/answer/review-list.tsx';
import type { Page } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Answers } from '#surveys/response/answers.ts';

interface SinglePageReviewProps {
  readonly formId: string;
  readonly action: string;
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
  readonly answers: Answers;
  readonly submissionKey: string;
  readonly typedCode: string;
}

/** The answers of a single-page form, to be sent once or put right. */
export function SinglePageReview(props: SinglePageReviewProps) {
  const { answer: words } = useWords();
  const { formId, action, pages, numbers, answers, submissionKey, typedCode } = props;
  return (
    <form id={formId} method="post" action={action}>
      <PageHeading>
        <Furigana text={words.review.title} />
      </PageHeading>
      <p>
        <Furigana text={words.review.lead} />
      </p>
      <ReviewList pages={visiblePages({ pages }, answers)} numbers={numbers} answers={answers} />
      {Object.entries(answers).flatMap(([id, value]) =>
        (typeof value === 'string' ? [value] : value).map((text) => (
          <input key={`${id}=${text}`} type="hidden" name={id} value={text} />
        )),
      )}
      {typedCode !== '' && <input type="hidden" name={control.code} value={typedCode} />}
      <input type="hidden" name={control.submissionKey} value={submissionKey} />
      <div className="mt-8 flex flex-wrap gap-4">
        <Button>
          <Furigana text={words.review.send} />
        </Button>
        <Button variant="outline" name={control.go} value="back">
          <Furigana text={words.review.back} />
        </Button>
      </div>
    </form>
  );
}
