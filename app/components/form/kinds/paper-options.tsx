import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';

/** The options of a choice on paper, each with the number that is circled here and typed at keying. */
export function PaperOptions({ question }: { readonly question: QuestionOfKind<'single' | 'multiple'> }) {
  return (
    <ul className="paper-options">
      {listNumberedOptions(question).map(({ number, code, label }) => (
        <li key={code}>
          <span className="paper-box">{number}</span>
          {label}
        </li>
      ))}
    </ul>
  );
}
