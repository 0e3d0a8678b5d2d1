import { Button } from '#app/components/form/button.tsx';
import { RadioGroup } from '#app/components/form/choice-group.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { BatchTable } from '#app/features/letters/batch-table.tsx';
import type { CodesPageData } from '#app/features/letters/load-codes-page.server.ts';
import { StratumTable } from '#app/features/letters/stratum-table.tsx';
import { stratumName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

/** Codes and letters of a round: how they stand, making them, one letter's troubles, reminding. */
export function CodesPage({ page }: { readonly page: CodesPageData }) {
  const nLetters = page.batches.reduce((sum, { nCodes }) => sum + nCodes, 0);
  return (
    <>
      {!page.isCoded && (
        <Notice kind="info" title="この調査回は、回答コードを使いません">
          <p>アドレスを知っている人は、誰でも回答できます。</p>
        </Notice>
      )}
      {nLetters > 0 && <StratumTable strata={page.strata} />}
      {nLetters > 0 && <BatchTable page={page} />}
      {page.isCoded && page.canChange && <OrderForm page={page} isFirst={nLetters === 0} />}
      {nLetters > 0 && page.canChange && <LetterForm />}
      {nLetters > 0 && <ReminderLinks page={page} />}
    </>
  );
}

function OrderForm({ page, isFirst }: { readonly page: CodesPageData; readonly isFirst: boolean }) {
  const form = (
    <form method="post" noValidate className="max-w-3xl">
      <p>
        回答コードは、1通に1つです。1回だけ回答でき、どの層の手紙かだけが分かります。名簿の取り込みはいりません。宛名は、書き出した一覧と名簿を整理番号の順に並べて差し込みます。
      </p>
      {page.strata.map(({ stratum, nPlanned }, index) => (
        <TextInput
          key={stratum}
          name={`n-${index}`}
          label={`${stratumName(stratum)}の通数`}
          inputMode="numeric"
          unit="通"
          help={nPlanned === null ? undefined : `標本設計では${formatCount(nPlanned)}通です。`}
          defaultValue={isFirst && nPlanned !== null ? String(nPlanned) : ''}
        />
      ))}
      <Button name="action" value="order">
        回答コードをつくる
      </Button>
    </form>
  );
  if (isFirst) {
    return (
      <section>
        <h2 className="mt-10 text-xl font-700">回答コードをつくる</h2>
        {form}
      </section>
    );
  }
  return (
    <details className="my-6">
      <summary className="min-h-11 py-2.5 font-700">手紙を追加する</summary>
      {form}
    </details>
  );
}

function LetterForm() {
  return (
    <section>
      <h2 className="mt-10 text-xl font-700">1通ごとの手続き</h2>
      <form method="post" noValidate className="max-w-3xl">
        <TextInput
          name="letter"
          label="整理番号または回答コード"
          isRequired
          help="手紙の右下の番号か、お電話などで聞き取った回答コード。"
        />
        <RadioGroup
          name="change"
          label="手続き"
          isRequired
          defaultValue="returned"
          options={[
            { value: 'returned', label: '宛先不明で戻ってきた(使えなくする)' },
            { value: 'reissue', label: '紛失・汚損など(取り消して、新しい回答コードを1通つくる)' },
            { value: 'void', label: '取り消す(使えなくする)' },
          ]}
        />
        <Button name="action" value="letter">
          手続きをする
        </Button>
      </form>
    </section>
  );
}

function ReminderLinks({ page: { roundId, reminder } }: { readonly page: CodesPageData }) {
  const isEveryone = reminder === 'everyone';
  return (
    <section>
      <h2 className="mt-10 text-xl font-700">再度のお知らせ</h2>
      <p className="my-4">
        {isEveryone
          ? 'この調査回では、回答したかどうかにかかわらず全員にお知らせすると、区民に伝えています。一覧には、取り消し・返送を除くすべての手紙が載ります。'
          : 'この調査回では、まだ回答していない方だけにお知らせすることがあると、区民に伝えています。一覧には、未回答の手紙だけが、封をしていなければ回答コードとともに載ります。お知らせが済むまで、封をしないでください。書き出しは操作の記録に残ります。'}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {(['csv', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            className="inline-block py-2.5"
            href={`/staff/rounds/${roundId}/reminder/${format}`}
          >
            お知らせの一覧({format === 'csv' ? 'CSV' : 'Excel'})
          </a>
        ))}
      </p>
    </section>
  );
}
