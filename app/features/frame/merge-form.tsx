import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import { type CategoryLabels, labelIn } from '#app/features/frame/category-labels.ts';
import { dimensionName } from '#app/features/frame/frame-words.ts';
import type { FramePreview } from '#app/features/frame/preview-frame.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { type Frame, listCategories } from '#surveys/round/frame.ts';

interface MergeFormProps {
  readonly preview: FramePreview;
  readonly labels: CategoryLabels;
  readonly errorOf: (field: string) => string | undefined;
}

const nSpareRows = 2;

/** The merge plan, one line per merge in its order, and the buttons that check and save the frame. */
export function MergeForm({ preview: { frame, problems }, labels, errorOf }: MergeFormProps) {
  const rows = [...frame.merges, ...Array.from({ length: nSpareRows }, () => null)];
  const options = listOptions(frame, labels);
  return (
    <form method="post" noValidate>
      <input type="hidden" name="frame" value={JSON.stringify(frame)} />
      <h3 className="mt-8 mb-2 text-xl font-700">区分のまとめ方</h3>
      <p className="mb-4">
        回答が1件もない区分があるときだけ、上から順に使います。左の区分を右の区分にまとめます。使わない行は空欄にしてください。
      </p>
      <ol className="list-decimal pl-6">
        {rows.map((merge, index) => {
          const error = errorOf(`merge-${index}`);
          return (
            <li key={index} id={`merge-${index}`} className="mb-4" tabIndex={-1}>
              <div className="flex flex-wrap items-center gap-2">
                <CategorySelect
                  name="mergeFrom"
                  label={`${index + 1}番目: まとめる区分`}
                  options={options}
                  value={merge && `${merge.dimension}/${merge.from}`}
                />
                <span>を</span>
                <CategorySelect
                  name="mergeInto"
                  label={`${index + 1}番目: まとめ先`}
                  options={options}
                  value={merge && `${merge.dimension}/${merge.into}`}
                />
                <span>へ</span>
              </div>
              <FieldError id={`merge-${index}-error`} message={error} words={formWords} />
            </li>
          );
        })}
      </ol>
      <p className="my-6 flex flex-wrap gap-4">
        {problems.length === 0 && (
          <Button name="intent" value="save">
            この内容で登録する
          </Button>
        )}
        <Button name="intent" value="merges" variant="outline">
          まとめ方を確かめる(行を増やす)
        </Button>
      </p>
    </form>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function CategorySelect(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
}) {
  return (
    <select
      name={props.name}
      aria-label={props.label}
      defaultValue={props.value ?? ''}
      className="input max-w-64"
    >
      <option value="">(使わない)</option>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Every category that can be merged: those of dimensions with more than two, and strata. */
function listOptions(frame: Frame, labels: CategoryLabels): readonly Option[] {
  const labelOf = labelIn(labels);
  const dimensions = [...new Set(frame.margins.flatMap(({ by }) => by))];
  const categories = dimensions.flatMap((dimension) => {
    const codes = new Set(frame.margins.flatMap((margin) => [...listCategories(margin, dimension)]));
    return codes.size <= 2 ? [] : [...codes].map((code) => [dimension, code] as const);
  });
  const strata = frame.strata.length > 1 ? frame.strata.map(({ id }) => ['stratum', id] as const) : [];
  return [...categories, ...strata].map(([dimension, code]) => ({
    value: `${dimension}/${code}`,
    label: `${dimensionName(dimension)}: ${labelOf(dimension, code)}`,
  }));
}
