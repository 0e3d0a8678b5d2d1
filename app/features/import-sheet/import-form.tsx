import type { ReactNode } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import { Select } from '#app/components/form/select.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { ImportRound } from '#app/features/import-sheet/describe-import.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { importChannelNames } from '#app/i18n/ja/paper.ts';
import { ownColumns } from '#surveys/paper/import-columns.ts';

interface ImportFormProps {
  readonly round: ImportRound;
  readonly error: string | undefined;
}

/** Chooses a sheet and sends it. */
export function ImportForm({ round, error }: ImportFormProps) {
  return (
    <form method="post" encType="multipart/form-data">
      <div className={error === undefined ? 'question' : 'question has-error'}>
        <label htmlFor="sheet" className="question-title">
          取り込むファイル(.xlsx または .csv)
        </label>
        <p id="sheet-help" className="help">
          1枚目のシートを読みます。1行目は見出し(「通し番号」「問1」など)、2行目から1行に1票です。
          <a href={`/staff/rounds/${round.id}/import/template`}>ひな形(CSV)</a>
          を保存して、そのまま使えます。50MBまで。
        </p>
        <input
          id="sheet"
          name="sheet"
          type="file"
          accept=".csv,.xlsx"
          className="input"
          aria-describedby="sheet-help"
          aria-invalid={error !== undefined || undefined}
        />
        <FieldError id="sheet-error" message={error} words={formWords} />
      </div>
      <Select
        name="channel"
        label="データの種類"
        isRequired
        defaultValue="paper"
        options={Object.entries(importChannelNames).map(([value, label]) => ({ value, label }))}
      />
      <Button>確認して取り込む</Button>
    </form>
  );
}

/** How a sheet has to look, column by column. */
export function ImportColumnsHelp({ round }: { readonly round: ImportRound }) {
  return (
    <details className="my-6">
      <summary className="min-h-11 py-2.5 font-700">列の説明</summary>
      <ul className="list-disc pl-6">
        <li>選択肢は、番号・コード・選択肢の文言のどれかで入れます。空欄は無回答です。</li>
        <li>対象外の設問に入っている値は取り込みません。</li>
        <li>
          結合したセル、計算されていない数式、日付になっているセルは取り込めません。列の順番は自由です。
        </li>
      </ul>
      <Table caption="取り込む表の列" isStacking>
        <thead>
          <tr>
            <th scope="col">見出し</th>
            <th scope="col">内容</th>
            <th scope="col">入れる値</th>
          </tr>
        </thead>
        <tbody>
          <ColumnRow
            heading={ownColumns.serial.heading}
            name={ownColumns.serial.name}
            use="紙の調査票に振った番号"
            values="数字。同じ番号の票を二重に数えません。省略可"
          />
          <ColumnRow
            heading={ownColumns.code.heading}
            name={ownColumns.code.name}
            use="お手紙の回答コード"
            values={round.hasCodes ? '14文字。使用済みの回答コードの票は取り込めません。省略可' : '空欄'}
          />
          <ColumnRow
            heading={ownColumns.stratum.heading}
            name={ownColumns.stratum.name}
            use="調査票の右上の層の印"
            values={round.hasStrata ? '層の番号か名前。空欄は「不明」' : '空欄'}
          />
          {round.columns.map((column) => (
            <ColumnRow
              key={column.id}
              heading={`問${column.number}`}
              name={column.id}
              use={column.text}
              values={<Values column={column} />}
            />
          ))}
        </tbody>
      </Table>
    </details>
  );
}

function Values({ column: { options, isMultiple } }: { readonly column: ImportRound['columns'][number] }) {
  if (options.length === 0) return '数字または文章';
  return (
    <span className="keying-options">
      {options.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {isMultiple && <span>(いくつでも。「1;3」のように区切る)</span>}
    </span>
  );
}

interface ColumnRowProps {
  readonly heading: string;
  /** Also taken for a heading: what programs call the column. */
  readonly name: string;
  readonly use: string;
  readonly values: ReactNode;
}

function ColumnRow({ heading, name, use, values }: ColumnRowProps) {
  return (
    <tr>
      <th scope="row">
        {heading} <code className="text-sm">{name}</code>
      </th>
      <td>{use}</td>
      <td>{values}</td>
    </tr>
  );
}
