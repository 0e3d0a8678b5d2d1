import { formatAnswer } from '#app/i18n/answer-text.ts';
import { answerWords } from '#app/i18n/ja/answer.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { type Locale, localize } from '#surveys/text.ts';

interface ReviewListProps {
  readonly pages: readonly Page[];
  readonly answers: Answers;
  readonly numbers: { readonly [questionId: string]: number };
  readonly locale: Locale;
  /** Where a page's answers can be changed; without it the list only shows. */
  readonly hrefOf?: (page: Page) => string;
}

/** Every question that was asked with its answer, page by page, each with a way back. */
export function ReviewList({ pages, answers, numbers, locale, hrefOf }: ReviewListProps) {
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
            aria-label={answerWords.review.changeOf(localize(page.title, locale))}
          >
            {answerWords.review.change}
          </a>
        )}
      </div>
      <dl>
        {page.questions.map((question) => (
          <div key={question.id} className="border-b border-solid-gray-200 py-3">
            <dt className="text-solid-gray-700">
              {answerWords.review.question(numbers[question.id] ?? 0, localize(question.text, locale))}
            </dt>
            <dd className="mt-1 font-700 whitespace-pre-wrap">
              {formatAnswer(question, answers[question.id], { locale, form: formWords }) ??
                answerWords.review.noAnswer}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
