import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { QuestionField } from '#app/components/form/question-field.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import type { Page } from '#surveys/questionnaire/definition.ts';
import type { Filled } from '#surveys/response/validate-answers.ts';
import { localize } from '#surveys/text.ts';

interface QuestionsProps {
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
  readonly filled: Filled;
}

interface AnswerErrorSummaryProps {
  readonly pages: readonly Page[];
  readonly numbers: QuestionsProps['numbers'];
  readonly errors: Filled['errors'];
  /** Where the fields of a page are, when they are on another one. */
  readonly hrefOf?: (page: Page) => string;
}

/** The summary of what has to be put right, each line leading to its field. */
export function AnswerErrorSummary({
  pages,
  numbers,
  errors: all,
  hrefOf = () => '',
}: AnswerErrorSummaryProps) {
  const { answer: words, answerErrorMessage } = useWords();
  const hrefs = new Map(pages.flatMap((page) => page.questions.map(({ id }) => [id, hrefOf(page)] as const)));
  const errors = all
    .filter(({ questionId }) => hrefs.has(questionId))
    .map(({ questionId, error }) => ({
      href: `${hrefs.get(questionId) ?? ''}#q-${questionId}`,
      message: words.page.errorLine(numbers[questionId] ?? 0, answerErrorMessage(error)),
    }));
  return <ErrorSummary title={words.page.errorTitle(errors.length)} errors={errors} />;
}

/** The questions of one page or of several, one below the other. */
export function Questions({ pages, numbers, filled }: QuestionsProps) {
  const { locale, form, answerErrorMessage } = useWords();
  const errors = new Map(filled.errors.map(({ questionId, error }) => [questionId, error]));
  return pages.map((page) => (
    <section key={page.id} aria-labelledby={pages.length > 1 ? `page-${page.id}` : undefined}>
      {pages.length > 1 && (
        <h2 id={`page-${page.id}`} className="mt-10 text-xl font-700">
          <Furigana text={localize(page.title, locale)} />
        </h2>
      )}
      {page.help && (
        <p className="my-4">
          <Furigana text={localize(page.help, locale)} />
        </p>
      )}
      {page.questions.map((question) => {
        const error = errors.get(question.id);
        return (
          <QuestionField
            key={question.id}
            question={question}
            locale={locale}
            words={form}
            value={filled.values[question.id]}
            error={error && answerErrorMessage(error)}
            number={numbers[question.id] ?? 0}
          />
        );
      })}
    </section>
  ));
}
