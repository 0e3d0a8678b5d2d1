import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import type { Page, Question } from '#surveys/questionnaire/definition.ts';
import { formatAnswer } from '#surveys/questionnaire/kinds/index.ts';
import type { Answers, AnswerValue } from '#surveys/response/answers.ts';
import { isFreeText } from '#surveys/response/separate-texts.ts';
import { localize } from '#surveys/text.ts';

interface ReviewListProps {
  readonly pages: readonly Page[];
  readonly answers: Answers;
  readonly numbers: { readonly [questionId: string]: number };
  /** Where a page's answers can be changed; without it the list only shows. */
  readonly hrefOf?: (page: Page) => string;
}

/** Every question that was asked with its answer, page by page, each with a way back. */
export function ReviewList({ pages, answers, numbers, hrefOf }: ReviewListProps) {
  const { answer: words, locale } = useWords();
  return pages.map((page) => (
    <section key={page.id} className="mt-8" aria-labelledby={`review-${page.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-solid-gray-800">
        <h2 id={`review-${page.id}`} className="text-xl font-700">
          <Furigana text={localize(page.title, locale)} />
        </h2>
        {hrefOf && (
          <a
            className="inline-block py-2.5"
            href={hrefOf(page)}
            aria-label={withoutFurigana(words.review.changeOf(localize(page.title, locale)))}
          >
            <Furigana text={words.review.change} />
          </a>
        )}
      </div>
      <dl>
        {page.questions.map((question) => (
          <div key={question.id} className="border-b border-solid-gray-200 py-3">
            <dt className="text-solid-gray-700">
              <Furigana
                text={words.review.question(numbers[question.id] ?? 0, localize(question.text, locale))}
              />
            </dt>
            <dd className="mt-1 font-700 whitespace-pre-wrap">
              <AnswerText question={question} answer={answers[question.id]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

/** An answer read back: words of the questionnaire with their readings, what was typed exactly as it was. */
function AnswerText({
  question,
  answer,
}: {
  readonly question: Question;
  readonly answer: AnswerValue | undefined;
}) {
  const { answer: words, locale, form } = useWords();
  const text = formatAnswer(question, answer, { locale, notApplicable: form.notApplicable });
  if (text === undefined) return <Furigana text={words.review.noAnswer} />;
  return isFreeText(question) ? text : <Furigana text={text} />;
}
