import { Furigana } from '#app/components/ui/furigana.tsx';

interface Choice {
  readonly code: string;
  readonly label: string;
}

interface ChoiceRowsProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** Radio buttons or checkboxes, one a row; the whole row is the target. */
export function ChoiceRows({ type, name, choices, chosen }: ChoiceRowsProps) {
  return (
    <div className="choices">
      {choices.map(({ code, label }) => (
        <label key={code} className="choice">
          <input type={type} name={name} value={code} defaultChecked={chosen.includes(code)} />
          <span>
            <Furigana text={label} />
          </span>
        </label>
      ))}
    </div>
  );
}
