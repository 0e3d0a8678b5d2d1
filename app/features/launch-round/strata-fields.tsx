import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import type { RefusedStep } from '#app/features/launch-round/setup-frame.tsx';
import { stratumField } from '#app/features/launch-round/stratum-rows.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { maximumStrata } from '#surveys/round/setup.ts';

interface StrataFieldsProps {
  readonly strata: readonly {
    readonly id: string;
    readonly population: number;
    readonly nIssued: number | null;
  }[];
  readonly refused: RefusedStep | undefined;
}

const parts = ['name', 'population', 'issued'] as const;
const partLabels = { name: '層の名前', population: '人口', issued: '発送数' } as const;

/** Up to ten strata, a row each; rows left empty do not count. */
export function StrataFields({ strata, refused }: StrataFieldsProps) {
  const stored = (part: (typeof parts)[number], row: number) => {
    const stratum = strata[row];
    if (!stratum) return '';
    if (part === 'name') return stratum.id;
    return String((part === 'population' ? stratum.population : stratum.nIssued) ?? '');
  };
  return (
    <fieldset className="question" id="strata">
      <legend className="question-title">層(地域など。なければ空欄)</legend>
      <table className="w-full table-fixed">
        <thead>
          <tr className="text-left text-sm">
            <th scope="col" className="w-1/2">
              {partLabels.name}
            </th>
            <th scope="col">{partLabels.population}</th>
            <th scope="col">{partLabels.issued}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: maximumStrata }, (_, row) => row).map((row) => (
            <tr key={row}>
              {parts.map((part) => {
                const name = stratumField(part, row);
                const error = refused?.errors[name];
                return (
                  <td key={part} className="py-1 pr-2 align-top">
                    <input
                      id={name}
                      name={name}
                      className="input w-full"
                      aria-label={`${row + 1}行目 ${partLabels[part]}`}
                      inputMode={part === 'name' ? 'text' : 'numeric'}
                      autoComplete="off"
                      aria-invalid={error !== undefined || undefined}
                      aria-describedby={error === undefined ? undefined : `${name}-error`}
                      defaultValue={refused ? (refused.fields[name]?.[0] ?? '') : stored(part, row)}
                    />
                    <FieldError id={`${name}-error`} message={error} words={formWords} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-4">
        <Button variant="outline" name="action" value="allocate">
          依頼する数を人口に比例して割り振る
        </Button>
      </p>
    </fieldset>
  );
}
