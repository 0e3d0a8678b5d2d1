import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { stratumName } from '#app/i18n/ja/letters.ts';
import { audienceNames, formatCount, formatDateTime, formatDay } from '#app/i18n/ja/office.ts';
import {
  accessNames,
  designNameOf,
  designReasons,
  frameNames,
  modeNames,
  planWithYears,
  reminderNames,
  untranslatedWords,
} from '#app/i18n/ja/setup.ts';
import type { Mode } from '#surveys/round/setup.ts';
import { listUntranslated } from '#surveys/round/term-wording.ts';
import { type Locale, type LocalizedText, localize } from '#surveys/text.ts';

/** Everything that is approved with a round, in words. */
export function RoundFacts({ view }: { readonly view: SetupView }) {
  const { round, setup } = view;
  const { questionnaire, terms } = round;
  const plan = view.hasPlanChoice && view.plans.find(({ id }) => id === round.planId);
  const isYearMissing = view.problems.some(({ kind }) => kind === 'fiscal_year_missing');
  const nQuestions = questionnaire.pages.flatMap(({ questions }) => questions).length;
  return (
    <>
      <DefinitionList
        items={[
          { term: '調査票', description: `${localize(questionnaire.title, 'ja')}(全${nQuestions}問)` },
          { term: '指標', description: setup.indicatorIds.join('、') },
          ...(plan ? [{ term: '計画', description: planWithYears(plan) }] : []),
          { term: '年度', description: isYearMissing ? '未選択' : `${round.fiscalYear}年度` },
          { term: '依頼のしかた', description: `${modeNames[setup.mode]}。${accessNames[round.access]}。` },
          { term: '対象', description: audienceNames[round.audience] },
          {
            term: '調査設計',
            description: `${designNameOf(round.design, setup.mode)}。${designReasons[setup.mode]}`,
          },
          ...(round.access === 'code' ? [{ term: '督促', description: reminderNames[round.reminder] }] : []),
          ...(setup.mode === 'records'
            ? []
            : [{ term: frameNames[setup.mode], description: countsOf(round, setup.mode) }]),
          { term: '受付開始', description: `${formatDateTime(round.opensAt)}(自動)` },
          { term: '受付終了', description: `${formatDateTime(round.closesAt)}(自動)` },
          { term: '問い合わせ先', description: <TermText text={terms.contact} languages={view.languages} /> },
          { term: '代理回答', description: <TermText text={terms.proxy} languages={view.languages} /> },
          {
            term: '回答しない場合',
            description: <TermText text={terms.nonResponse} languages={view.languages} />,
          },
          {
            term: '重複した回答',
            description: <TermText text={terms.duplicates} languages={view.languages} />,
          },
          {
            term: '保存の期限',
            description: `紙の調査票 ${formatDay(terms.paperKeptUntil)}、1件ごとの回答 ${formatDay(terms.responsesKeptUntil)}`,
          },
          {
            term: '調査票の照合番号',
            description: <code className="break-all">{round.questionnaireHash}</code>,
          },
        ]}
      />
      {round.frame && <StrataTable frame={round.frame} />}
    </>
  );
}

/** A text of the terms in Japanese, and who will read it in Japanese though they chose another language. */
function TermText({ text, languages }: { text: LocalizedText; languages: readonly Locale[] }) {
  const missing = listUntranslated(text, languages);
  return (
    <>
      <span className="whitespace-pre-wrap">{text.ja}</span>
      {missing.length > 0 && <strong className="block">{untranslatedWords(missing)}</strong>}
    </>
  );
}

const count = (value: number | null, unit: string) =>
  value === null ? '未入力' : `${formatCount(value)}${unit}`;

function countsOf({ populationSize, nIssued }: SetupView['round'], mode: Mode): string {
  if (mode === 'organisations') return count(populationSize, '団体');
  if (mode === 'shoppers') return count(populationSize, '回');
  return `対象 ${count(populationSize, '人')}・依頼 ${count(nIssued, mode === 'letter' ? '通' : '人')}`;
}

function StrataTable({ frame }: { readonly frame: NonNullable<SetupView['round']['frame']> }) {
  return (
    <Table caption={`層ごとの人口と発送数(${frame.source}、${formatDay(frame.asOf)}現在)`}>
      <thead>
        <tr>
          <th scope="col">層</th>
          <th scope="col" className="number">
            人口
          </th>
          <th scope="col" className="number">
            発送数
          </th>
        </tr>
      </thead>
      <tbody>
        {frame.strata.map(({ id, population, nIssued }) => (
          <tr key={id}>
            <th scope="row">{stratumName(id)}</th>
            <td className="number">{formatCount(population)}</td>
            <td className="number">{nIssued === null ? '—' : formatCount(nIssued)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
