import type { ReactNode } from 'react';
import { DistributionBars } from '#app/components/chart/distribution-bars.tsx';
import { FigureBadges } from '#app/components/figure/figure-badges.tsx';
import {
  formatBase,
  formatFigure,
  formatInterval,
  formatRespondents,
  formatTarget,
} from '#app/components/figure/figure-words.ts';
import { IndicatorBar } from '#app/components/figure/indicator-bar.tsx';
import { VerdictBadge } from '#app/components/figure/verdict-badge.tsx';
import { WeightedFigure } from '#app/components/figure/weighted-figure.tsx';
import { StatusBadge } from '#app/components/ui/badge.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { Breakdown, IndicatorDetail } from '#app/features/indicator-detail/indicator-detail.ts';
import type { ScoreSummary } from '#surveys/aggregation/estimate/describe-scores.ts';
import { unitOfKind } from '#surveys/plan/indicator-kind.ts';

interface IndicatorDetailPageProps {
  readonly detail: IndicatorDetail;
  readonly isDemo: boolean;
}

/** One indicator of a round with all that a manager needs to defend its figure. */
export function IndicatorDetailPage({ detail, isDemo }: IndicatorDetailPageProps) {
  const { indicator, result, words } = detail.sheet;
  if (result === null) return <p>まだ集計できる回答がありません。</p>;
  return (
    <>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <span>
          {formatRespondents(indicator)}{' '}
          <strong className="text-[2.5rem] leading-[1.3] tabular-nums">
            {formatFigure(indicator, result)}
          </strong>
        </span>
        <span>目標 {formatTarget(indicator.target)}</span>
        <span>{formatBase(indicator, result)}</span>
        <FigureBadges indicator={indicator} result={result} isDemo={isDemo} />
        <VerdictBadge sheet={detail.sheet} />
      </p>
      <IndicatorBar sheet={detail.sheet} size="large" />
      <p>
        {formatInterval(indicator, result)} {words.sentence}
      </p>
      {result.weighted && <WeightedFigure indicator={indicator} weighted={result.weighted} />}
      <Section title="この数値の出し方">
        <DefinitionList items={result.methodNote.map(({ term, text }) => ({ term, description: text }))} />
      </Section>
      {detail.alternatives.length > 1 && <Alternatives detail={detail} />}
      <Section title="回答の分布">
        {detail.answers.map(({ question, base, answers, missing }) => (
          <DistributionBars
            key={question}
            caption={question}
            bars={answers}
            note={`n=${base.toLocaleString('ja-JP')}${missing && `(このほか ${missing})`}。合計は100%にならない場合があります。`}
          />
        ))}
      </Section>
      {detail.scores && <ScoreSpread scores={detail.scores} />}
      <Section title="属性ごとの内訳">
        <Breakdowns breakdowns={detail.breakdowns} />
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="text-2xl leading-normal font-700">{title}</h2>
      {children}
    </section>
  );
}

function ScoreSpread({ scores }: { readonly scores: ScoreSummary }) {
  const point = (score: number) => `${score.toFixed(2)}点`;
  return (
    <Section title="訪問ごとの点数のばらつき">
      <DefinitionList
        items={[
          { term: '訪問数', description: `${scores.n}回` },
          { term: '最も低い・高い', description: `${point(scores.min)}・${point(scores.max)}` },
          { term: '中央値', description: point(scores.median) },
          {
            term: '中ほどの半分',
            description: `${point(scores.lowerQuartile)}から${point(scores.upperQuartile)}まで`,
          },
        ]}
      />
    </Section>
  );
}

function Alternatives({ detail }: { readonly detail: IndicatorDetail }) {
  const unit = unitOfKind[detail.sheet.indicator.kind];
  return (
    <Section title="母数の数え方を変えた場合">
      <Table caption="母数の規則ごとの値" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">母数の規則</th>
            <th scope="col" className="number">
              値
            </th>
            <th scope="col" className="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.alternatives.map(({ id, label, display, n }) => (
            <tr key={id}>
              <th scope="row">
                {label} {id === detail.officialRuleId && <strong>(公式の規則)</strong>}
              </th>
              <td className="number">{n ? `${display}${unit}` : display}</td>
              <td className="number">{n?.toLocaleString('ja-JP') ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function Breakdowns({ breakdowns }: { readonly breakdowns: readonly Breakdown[] | null }) {
  if (breakdowns === null) {
    return (
      <p>
        内訳は、結果を確定した後に表示します。受付中に表示すると、数値の変化から一人の回答が推測できるおそれがあるためです。
      </p>
    );
  }
  if (breakdowns.length === 0) return <p>この調査では属性をたずねていません。</p>;
  return (
    <>
      <p className="text-sm">
        「秘匿」は、回答が10件に満たない区分と、合計から逆算されないように合わせて隠した区分です。
      </p>
      {breakdowns.map(({ title, rows }) => (
        <Table key={title} caption={title}>
          <thead>
            <tr>
              <th scope="col">区分</th>
              <th scope="col" className="number">
                回答した人のうち
              </th>
              <th scope="col" className="number">
                補正した推計
              </th>
              <th scope="col" className="number">
                n
              </th>
              <th scope="col">誤差の範囲</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, figure }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">
                  {figure ? figure.display : '秘匿'}{' '}
                  {figure?.isReference && <StatusBadge status="reference" />}
                </td>
                <td className="number">{figure ? (figure.weighted ?? '—') : '秘匿'}</td>
                <td className="number">{figure ? figure.n.toLocaleString('ja-JP') : '秘匿'}</td>
                <td>{figure ? (figure.interval ?? '—') : '秘匿'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ))}
    </>
  );
}
