import { Furigana } from '#app/components/ui/furigana.tsx';

interface SummarisedError {
  /** Where the field stands: `#q-<question id>` or `#<field id>`. */
  readonly href: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly SummarisedError[];
}

/** Stands above the form; draws nothing when there is nothing to correct. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title" className="font-700">
        <Furigana text={title} />
      </h2>
      <ul>
        {errors.map(({ href, message }) => (
          <li key={`${href} ${message}`}>
            <a href={href}>
              <Furigana text={message} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
