import { Button } from '#app/components/form/button.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { RoundHistory } from '#app/components/ui/round-history.tsx';
import type { RoundSheetData } from '#app/features/field-round/load-round-sheet.server.ts';
import { NextStep } from '#app/features/field-round/next-step.tsx';
import {
  audienceNames,
  designNames,
  formatCount,
  formatDateTime,
  formatDay,
  stateNames,
} from '#app/i18n/ja/office.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';

/** A round for the clerk who fields it: where it stands, what comes next, what it asks. */
export function RoundSheet({ sheet }: { readonly sheet: RoundSheetData }) {
  return (
    <>
      <WaysOn sheet={sheet} />
      <DefinitionList
        items={[
          { term: '状態', description: stateNames[sheet.state] },
          { term: '回答数', description: countOf(sheet) },
          {
            term: '受付期間',
            description: `${formatDateTime(sheet.opensAt)} ~ ${formatDateTime(sheet.closesAt)}`,
          },
          { term: '対象', description: audienceNames[sheet.audience] },
          { term: '調査設計', description: designNames[sheet.design] },
          {
            term: '対象の数',
            description: sheet.populationSize === null ? '未入力' : formatCount(sheet.populationSize),
          },
          { term: '調査票', description: `${sheet.questionnaireTitle}(全${sheet.questions.length}問)` },
          { term: '調査票の照合番号', description: <code>{sheet.questionnaireHash.slice(0, 16)}</code> },
          { term: '問い合わせ先', description: sheet.terms.contact.ja },
          { term: '代理回答', description: sheet.terms.proxy.ja },
          { term: '回答しない場合', description: sheet.terms.nonResponse.ja },
          { term: '重複した回答', description: sheet.terms.duplicates.ja },
          {
            term: '保存の期限',
            description: `紙の調査票 ${formatDay(sheet.terms.paperKeptUntil)}、1件ごとの回答 ${formatDay(sheet.terms.responsesKeptUntil)}`,
          },
          { term: '回答用アドレス', description: <AnswerAddress sheet={sheet} /> },
        ]}
      />
      <details>
        <summary className="min-h-11 py-2.5 font-700">調査票の設問を見る</summary>
        <ol className="list-decimal pl-8">
          {sheet.questions.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      </details>
      <RoundHistory steps={sheet.steps} />
      {sheet.state !== 'draft' && (
        <form method="post" action="/staff/rounds/new">
          <Button variant="outline" name="copyOf" value={sheet.id}>
            この調査回を写して、次の年の調査回をつくる
          </Button>
        </form>
      )}
    </>
  );
}

/** Where the work with a round is done, by what it is about. */
function WaysOn({ sheet }: { readonly sheet: RoundSheetData }) {
  const path = `/staff/rounds/${sheet.id}`;
  const hasPaper = sheet.paper !== 'none';
  const groups = [
    {
      title: '依頼する',
      ways: [
        sheet.isByName && { href: `${path}/invitees`, label: '依頼した相手' },
        sheet.access === 'code' && { href: `${path}/codes`, label: '回答コードと手紙' },
        hasPaper && { href: `${path}/paper`, label: '紙の調査票を印刷する' },
        sheet.design === 'probability' && { href: `${path}/frame`, label: '標本設計(人口の内訳)' },
      ],
    },
    {
      title: '紙の回答を入れる',
      ways: [
        hasPaper && { href: `${path}/keying`, label: '紙の調査票を入力する' },
        hasPaper && { href: `${path}/import`, label: '表を取り込む' },
      ],
    },
    {
      title: '見る',
      ways: [
        { href: `${path}/dashboard`, label: '回収の状況' },
        { href: `/manager/rounds/${sheet.id}`, label: '集計の状況' },
        sheet.state === 'published' && {
          href: `/plans/${sheet.planId}/evaluations/${sheet.fiscalYear}`,
          label: '評価のページ',
        },
      ],
    },
  ];
  return (
    <>
      <div className="my-6 flex flex-col gap-4 rounded-8 border border-solid-gray-420 p-4">
        <NextStep sheet={sheet} />
      </div>
      <nav aria-label="この調査回の画面" className="my-6 grid gap-x-8 gap-y-4 md:grid-cols-3">
        {groups.map(({ title, ways }) => (
          <WayGroup key={title} title={title} ways={ways.filter((way) => way !== false)} />
        ))}
      </nav>
    </>
  );
}

interface WayGroupProps {
  readonly title: string;
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

function WayGroup({ title, ways }: WayGroupProps) {
  if (ways.length === 0) return null;
  return (
    <section>
      <h2 className="font-700">{title}</h2>
      <ul>
        {ways.map(({ href, label }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerAddress({ sheet }: { readonly sheet: RoundSheetData }) {
  if (isWardsOwn(sheet.audience)) {
    return sheet.state === 'open' ? (
      <a href={`/staff/rounds/${sheet.id}/records`}>区の記録を入力する</a>
    ) : (
      '受付中に、この画面から区の記録を入力します。'
    );
  }
  return <a href={sheet.answerUrl}>{sheet.answerUrl}</a>;
}

function countOf({ nAnswers, nIssued }: RoundSheetData): string {
  if (nIssued === null) return `${formatCount(nAnswers)}件`;
  const rate = ((nAnswers / nIssued) * 100).toFixed(1);
  return `${formatCount(nAnswers)}件 / 依頼${formatCount(nIssued)}件(回答率 ${rate}%)`;
}
