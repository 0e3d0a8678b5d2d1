import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Progress } from '#app/components/ui/progress.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { control } from '#app/features/answer/control-fields.ts';
import { inLanguage } from '#app/features/answer/language.ts';
import { AnswerErrorSummary, Questions } from '#app/features/answer/question-form.tsx';
import type { RoundHead } from '#app/fielding/answer/round-head.ts';
import type { PagePlace } from '#surveys/questionnaire/page-place.ts';
import type { Filled } from '#surveys/response/validate-answers.ts';
import { localize } from '#surveys/text.ts';

interface PageFormProps {
  readonly head: RoundHead;
  readonly place: PagePlace;
  readonly numbers: { readonly [questionId: string]: number };
  /** What is saved of the page, and what was typed before and is no answer. */
  readonly saved: Filled;
  /** Set when the page was posted and something has to be put right. */
  readonly refused: Filled | undefined;
  /** The resident came from the review to change this page. */
  readonly isFromReview: boolean;
  readonly formId: string;
}

/** One page of questions with its way on and back. */
export function PageForm({ head, place, numbers, saved, refused, isFromReview, formId }: PageFormProps) {
  const { answer: words, locale } = useWords();
  const { page, number, nPages } = place;
  const questions = { pages: [page], numbers, filled: refused ?? saved };
  return (
    <form id={formId} method="post" noValidate action={inLanguage(`/s/${head.roundId}/p/${page.id}`, locale)}>
      <Progress value={number} max={nPages} label={words.page.progress(number, nPages)} />
      <PageHeading>
        <Furigana text={localize(page.title, locale)} />
      </PageHeading>
      <AnswerErrorSummary {...questions} errors={questions.filled.errors} />
      <Questions {...questions} />
      {isFromReview && <input type="hidden" name={control.returnTo} value="review" />}
      <div className="mt-8 flex flex-wrap gap-4">
        <Button name={control.go} value="next">
          <Furigana text={isFromReview ? words.page.toReview : words.page.next} />
        </Button>
        {number > 1 && !isFromReview && (
          <Button variant="outline" name={control.go} value="back" formNoValidate>
            <Furigana text={words.page.back} />
          </Button>
        )}
      </div>
      <p className="mt-4 text-sm">
        <Furigana text={words.page.saved} />
      </p>
    </form>
  );
}
