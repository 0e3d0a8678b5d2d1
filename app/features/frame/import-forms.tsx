import { Button } from '#app/components/form/button.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { Field, fieldAttributes } from '#app/components/form/field.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { useWard } from '#app/components/ui/ward-context.tsx';
import { tableNames } from '#app/features/frame/frame-words.ts';
import type { FramePageData } from '#app/features/frame/load-frame-page.server.ts';

interface ImportFormProps {
  readonly page: FramePageData;
  /** What was typed before the form came back with errors. */
  readonly values: Readonly<Record<string, string>>;
  readonly errorOf: (field: string) => string | undefined;
}

/** Population from the ward's own files. */
export function UploadForm({ page, values, errorOf }: ImportFormProps) {
  const { name: ward } = useWard();
  const sampleHref = (name: string) => `/staff/rounds/${page.round.id}/frame/samples/${name}`;
  return (
    <form method="post" encType="multipart/form-data" noValidate className="max-w-2xl">
      <TextInput
        name="source"
        label="人口の出どころ"
        isRequired
        help={`集計の説明に、このまま載せます。例: 住民基本台帳(${ward.ja})`}
        defaultValue={values.source}
        error={errorOf('source')}
      />
      <DateInput
        name="asOf"
        label="いつの人口か"
        isRequired
        defaultValue={values.asOf}
        error={errorOf('asOf')}
      />
      {page.files.map((name) => (
        <Field
          key={name}
          name={name}
          label={tableNames[name]}
          help="CSV ファイル(UTF-8 または Shift_JIS)。使わないときは選ばないでください。"
          error={errorOf(name)}
        >
          <input
            {...fieldAttributes({ name, help: '', error: errorOf(name) })}
            type="file"
            accept=".csv,text/csv"
            className="input max-w-xl"
          />
          <p className="mt-1">
            <a href={sampleHref(name)} download className="inline-block py-2.5">
              {tableNames[name]}のひな形をダウンロード(CSV)
            </a>
          </p>
        </Field>
      ))}
      <Button name="intent" value="upload">
        読み取って確かめる
      </Button>
    </form>
  );
}

/** Population from the census, by way of e-Stat. */
export function EStatForm({ page, values, errorOf }: ImportFormProps) {
  const { name: ward } = useWard();
  return (
    <form method="post" noValidate className="max-w-2xl">
      <TextInput
        name="areaCode"
        label="市区町村コード"
        isRequired
        help={`全国地方公共団体コードの先頭5けた。${ward.ja}は${page.eStat.areaCode}です。`}
        inputMode="numeric"
        defaultValue={values.areaCode ?? page.eStat.areaCode}
        error={errorOf('areaCode')}
      />
      <TextInput
        name="statsDataId"
        label="統計表 ID"
        isRequired
        help="はじめに入っているのは、令和2年国勢調査の男女・各歳別人口です。"
        inputMode="numeric"
        defaultValue={values.statsDataId ?? page.eStat.statsDataId}
        error={errorOf('statsDataId')}
      />
      <Select
        name="cutRule"
        label="5歳ごとの表を使うとき"
        help="18〜19歳の人口は、15〜19歳の区切りだけからは分かりません。"
        emptyLabel="取り込まない(各歳の表を使う)"
        options={[
          { value: 'spread-evenly', label: '均等とみなして分ける(15〜19歳の5分の2を18〜19歳とする)' },
        ]}
        defaultValue={values.cutRule}
        error={errorOf('cutRule')}
      />
      <Button name="intent" value="e-stat">
        e-Stat から読み取って確かめる
      </Button>
      <p className="mt-4 text-sm">
        このサービスは、政府統計総合窓口(e-Stat)のAPI機能を使用していますが、サービスの内容は国によって保証されたものではありません。
      </p>
    </form>
  );
}
