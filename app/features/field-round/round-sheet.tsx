import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import type { RoundAction } from '#app/features/field-round/field-round.server.ts';
import type { RoundSheetData } from '#app/features/field-round/load-round-sheet.server.ts';
import { audienceNames, designNames, formatCount, formatDateTime, stateNames } from '#app/i18n/ja/office.ts';

const actionWords: Readonly<Record<RoundAction, { readonly button: string; readonly note: string }>> = {
  open: {
    button: '受付を始める',
    note: '受付を始めると、調査票は変更できません。受付期間になると、下の回答用アドレスから回答できます。',
  },
  close: {
    button: '受付を終了する',
    note: '受付を終了すると、新しい回答は受け付けません。終了した受付を再開することはできません。',
  },
  finalise: {
    button: '結果を確定する',
    note: '集計を回答票から数え直して照合し、確定値として評価のページに載せます。下書きと送信の控えは消去します。確定は取り消せません。',
  },
};

/** A round for the clerk who fields it: where it stands, what comes next, what it asks. */
export function RoundSheet({ sheet }: { readonly sheet: RoundSheetData }) {
  return (
    <>
      <NextStep sheet={sheet} />
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
    </>
  );
}

function NextStep({ sheet }: { readonly sheet: RoundSheetData }) {
  const evaluationHref = `/plans/${sheet.planId}/evaluations/${sheet.fiscalYear}`;
  return (
    <div className="my-6 flex flex-col gap-4 rounded-8 border border-solid-gray-420 p-4">
      {sheet.nextAction ? (
        <form method="post">
          <p className="mb-4">{actionWords[sheet.nextAction].note}</p>
          <Button name="action" value={sheet.nextAction}>
            {actionWords[sheet.nextAction].button}
          </Button>
        </form>
      ) : (
        <p>結果は確定しています。評価のページに載っています。</p>
      )}
      <p className="flex flex-wrap gap-4">
        {sheet.access === 'code' && (
          <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/codes`}>
            回答コードと手紙
          </ButtonLink>
        )}
        <ButtonLink variant="outline" href={`/staff/rounds/${sheet.id}/dashboard`}>
          回収の状況を見る
        </ButtonLink>
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
