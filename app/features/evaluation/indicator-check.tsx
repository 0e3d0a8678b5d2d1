import { FigureBadges } from '#app/components/figure/figure-badges.tsx';
import {
  formatBase,
  formatFigure,
  formatInterval,
  formatRespondents,
  formatTarget,
} from '#app/components/figure/figure-words.ts';
import { IndicatorBar } from '#app/components/figure/indicator-bar.tsx';
import { MethodNote } from '#app/components/figure/method-note.tsx';
import { VerdictBadge } from '#app/components/figure/verdict-badge.tsx';
import { WeightedFigure } from '#app/components/figure/weighted-figure.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';
import type { IndicatorResult } from '#surveys/evaluation/indicator-result.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';

interface IndicatorCheckProps {
  readonly sheet: IndicatorSheet;
  readonly isDemo: boolean;
}

/** C of one indicator: target against result, and where the figure comes from. */
export function IndicatorCheck({ sheet, isDemo }: IndicatorCheckProps) {
  const { indicator, result, words } = sheet;
  return (
    <article className="border-t border-solid-gray-420 py-4 first:border-t-0 first:pt-0">
      <h3 className="font-700">
        {indicator.label} {indicator.wording}
      </h3>
      {indicator.resultWordingVariant && (
        <p className="mt-1 text-sm text-solid-gray-700">
          資料の「評価」での言い回し: 「{indicator.resultWordingVariant}」
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <p>
          目標 <strong className="text-lg">{formatTarget(indicator.target)}</strong>
        </p>
        {result !== null && (
          <p>
            {formatRespondents(indicator)}{' '}
            <strong className="mr-1 text-[2rem] leading-[1.3]">{formatFigure(indicator, result)}</strong>
            <FigureBadges indicator={indicator} result={result} isDemo={isDemo} />
          </p>
        )}
        <p>
          <VerdictBadge sheet={sheet} />
        </p>
      </div>
      <IndicatorBar sheet={sheet} size="large" />
      <p>{words.sentence}</p>
      {result?.weighted && <WeightedFigure indicator={indicator} weighted={result.weighted} />}
      {result !== null && <Provenance indicator={indicator} result={result} />}
    </article>
  );
}

/** Source and base in sight; how the base is drawn, on request. */
function Provenance({ indicator, result }: { indicator: Indicator; result: IndicatorResult }) {
  const { title, url } = result.source;
  const facts = [formatBase(indicator, result), formatInterval(indicator, result)].filter(
    (fact) => fact !== null,
  );
  return (
    <>
      <p className="text-sm text-solid-gray-700">
        {facts.map((fact) => (
          <span key={fact} className="mr-4 inline-block">
            {fact}
          </span>
        ))}
        出典: {url === undefined ? title : <a href={url}>{title}</a>}
      </p>
      <details className="print:hidden">
        <summary className="min-h-11 w-fit cursor-pointer py-2 text-key-900 underline">母数の数え方</summary>
        <DefinitionList
          items={[
            { term: '対象', description: indicator.respondents },
            { term: '母数', description: indicator.baseRule.label },
            { term: '説明', description: indicator.baseRule.note },
          ]}
        />
      </details>
      {result.methodNote.length > 0 && <MethodNote lines={result.methodNote} />}
    </>
  );
}
