import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { Difference, Mismatch, MismatchesView } from '#app/features/keying/load-mismatches.server.ts';
import type { SettleResult } from '#app/features/keying/settle-mismatch.server.ts';
import { formWords } from '#app/i18n/ja/form.ts';

interface MismatchListProps {
  readonly view: MismatchesView;
  readonly result: SettleResult | undefined;
}

/** The forms whose entries differ, each with the fields that a third look at the paper settles. */
export function MismatchList({ view, result }: MismatchListProps) {
  if (view.mismatches.length === 0) return <p>確認を待っている票はありません。</p>;
  return view.mismatches.map((mismatch) => (
    <section key={mismatch.serial} className="my-8 border-t border-solid-gray-420 pt-4">
      <h2 className="text-xl font-700">
        通し番号 {mismatch.serial}
        {mismatch.batch !== '' && <span className="font-400">(束 {mismatch.batch})</span>}
      </h2>
      {mismatch.maySettle ? (
        <MismatchForm
          mismatch={mismatch}
          hasCodes={view.hasCodes}
          refused={result?.kind === 'invalid' && result.serial === mismatch.serial ? result : undefined}
        />
      ) : (
        <p>あなたが入力した票です。入力していない人が、紙の調査票を見て確認します。</p>
      )}
    </section>
  ));
}

interface MismatchFormProps {
  readonly mismatch: Mismatch;
  readonly hasCodes: boolean;
  readonly refused: Extract<SettleResult, { kind: 'invalid' }> | undefined;
}

function MismatchForm({ mismatch: { serial, differences }, hasCodes, refused }: MismatchFormProps) {
  const errorOf = (field: string) => refused?.errors[field];
  const fieldsOf = (field: string) => ({
    id: `${serial}-${field}`,
    name: field,
    defaultValue: refused?.values[field],
    'aria-invalid': errorOf(field) !== undefined || undefined,
    'aria-describedby': errorOf(field) === undefined ? undefined : `${serial}-${field}-error`,
  });
  return (
    <form method="post" autoComplete="off">
      <input type="hidden" name="serial" value={serial} />
      {differences.length === 0 ? (
        <>
          <p>2人の入力は一致していますが、受け付けていません。</p>
          {hasCodes && (
            <div className="keying-field my-4">
              <label htmlFor={`${serial}-_code`}>正しい回答コード(紙になければ空欄)</label>
              <input className="input" {...fieldsOf('_code')} />
              <FieldError id={`${serial}-_code-error`} message={errorOf('_code')} words={formWords} />
            </div>
          )}
        </>
      ) : (
        <DifferenceTable differences={differences} serial={serial} fieldsOf={fieldsOf} errorOf={errorOf} />
      )}
      <div className="mt-4 flex flex-wrap gap-4">
        <Button name="action" value="settle">
          {differences.length === 0 ? '受け付けをやり直す' : 'この内容で受け付ける'}
        </Button>
        <Button variant="text" name="action" value="discard">
          この票を数えない(入力を消去する)
        </Button>
      </div>
    </form>
  );
}

interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  readonly serial: string;
  readonly fieldsOf: (field: string) => { readonly id: string; readonly name: string };
  readonly errorOf: (field: string) => string | undefined;
}

function DifferenceTable({ differences, serial, fieldsOf, errorOf }: DifferenceTableProps) {
  return (
    <Table caption="一致しない項目" isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">項目</th>
          <th scope="col">1人目</th>
          <th scope="col">2人目</th>
          <th scope="col">紙を見て正しい値</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, label, left, right, options }) => (
          <tr key={field}>
            <th scope="row">
              <label htmlFor={`${serial}-${field}`}>{label}</label>
              <span className="keying-options">
                {options.map((option) => `${option.number} ${option.label}`).join(' / ')}
              </span>
            </th>
            <td>
              <span className="md:hidden">1人目: </span>
              {left}
            </td>
            <td>
              <span className="md:hidden">2人目: </span>
              {right}
            </td>
            <td>
              <input className="input" {...fieldsOf(field)} />
              <FieldError id={`${serial}-${field}-error`} message={errorOf(field)} words={formWords} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
