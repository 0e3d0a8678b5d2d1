import { useWords } from '#app/features/answer/words-context.tsx';
import { formatAnswer } from '#app/i18n/answer-text.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import type { Answers } from '#surveys/response/answers.ts';
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
  const { answer: words, locale, form } = useWords();
  return pages.map((page) => (
    <section key={page.id} className="mt-8" aria-labelledby={`review-${page.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-solid-gray-800">
        <h2 id={`review-${page.id}`} className="text-xl font-700">
          {localize(page.title, locale)}
        </h2>
        {hrefOf && (
          <a
            className="inline-block py-2.5"
            href={hrefOf(page)}
            aria-label={words.review.changeOf(localize(page.title, locale))}
          >
            {words.review.change}
          </a>
        )}
      </div>
      <dl>
        {page.questions.map((question) => (
          <div key={question.id} className="border-b border-solid-gray-200 py-3">
            <dt className="text-solid-gray-700">
              {words.review.question(numbers[question.id] ?? 0, localize(question.text, locale))}
            </dt>
            <dd className="mt-1 font-700 whitespace-pre-wrap">
              {formatAnswer(question, answers[question.id], { locale, form }) ?? words.review.noAnswer}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
