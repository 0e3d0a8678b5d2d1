import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { RoundHistory } from '#app/components/ui/round-history.tsx';
import type { RoundSheetData } from '#app/features/field-round/load-round-sheet.server.ts';
import { NextStep } from '#app/features/field-round/next-step.tsx';
import { audienceNames, designNames, formatCount, formatDateTime, stateNames } from '#app/i18n/ja/office.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';

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
            description: `紙の調査票 ${sheet.terms.paperKeptUntil}、1件ごとの回答 ${sheet.terms.responsesKeptUntil}`,
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

function WaysOn({ sheet }: { readonly sheet: RoundSheetData }) {
  const evaluationHref = `/plans/${sheet.planId}/evaluations/${sheet.fiscalYear}`;
  return (
    <div className="my-6 flex flex-col gap-4 rounded-8 border border-solid-gray-420 p-4">
      <NextStep sheet={sheet} />
      <p className="flex flex-wrap gap-4">
        {sheet.access === 'code' && (
          <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/codes`}>
            回答コードと手紙
          </ButtonLink>
        )}
        {sheet.design === 'probability' && (
          <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/frame`}>
            標本設計(人口の内訳)
          </ButtonLink>
        )}
        {isAskedByName(sheet) && (
          <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/invitees`}>
            依頼した相手を見る
          </ButtonLink>
        )}
        <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/dashboard`}>
          回収の状況を見る
        </ButtonLink>
        <PaperLinks sheet={sheet} />
        <ButtonLink variant="outline" href={`/manager/rounds/${sheet.id}`}>
          集計の状況を見る
        </ButtonLink>
        <ButtonLink variant="outline" href={evaluationHref}>
          評価のページを見る
        </ButtonLink>
      </p>
    </div>
  );
}

/** Paper goes out, comes back and is keyed; records of the ward itself have none. */
function PaperLinks({ sheet }: { readonly sheet: RoundSheetData }) {
  if (sheet.audience === 'ward-records') return null;
  return (
    <>
      <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/paper`}>
        紙の調査票を印刷する
      </ButtonLink>
      <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/keying`}>
        紙の調査票を入力する
      </ButtonLink>
      <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/import`}>
        表を取り込む
      </ButtonLink>
    </>
  );
}

function AnswerAddress({ sheet }: { readonly sheet: RoundSheetData }) {
  if (sheet.audience === 'ward-records') {
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
