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
import type { LiveState } from '#app/features/live/use-live-view.ts';
import { formatCount, formatDateTime, stateNames } from '#app/i18n/ja/office.ts';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';

interface LiveBoardProps extends LiveState {
  readonly roundId: string;
  readonly isDemo: boolean;
  readonly nIssued: number | null;
  /** How many answers must wait before the figures move. */
  readonly batch: number;
}

const lineWords: Readonly<Record<LiveState['line'], string>> = {
  static: '最新の数値を見るには、ページを読み込み直してください。',
  connected: '自動で更新しています。',
  reconnecting: '接続が切れました。自動でつなぎ直しています。',
};

/** All indicators of a round at a glance, with how many answered. */
export function LiveBoard({ view, line, roundId, isDemo, nIssued, batch }: LiveBoardProps) {
  const nWaiting = view.nAnswers - view.nCounted;
  return (
    <>
      <section aria-label="回答の状況" className="my-6 flex flex-wrap items-end gap-x-10 gap-y-4">
        <p>
          <span className="block">回答数</span>
          <output
            className="text-[3rem] leading-none font-700 tabular-nums"
            id="answer-count"
            aria-live="off"
          >
            {formatCount(view.nAnswers)}
          </output>
          <span className="ml-1">件</span>
          {nIssued !== null && (
            <span className="ml-3">
              依頼 {formatCount(nIssued)}件・回答率 {((view.nAnswers / nIssued) * 100).toFixed(1)}%
            </span>
          )}
        </p>
        <p className="text-sm text-solid-gray-700">
          状態: {stateNames[view.state]}・{formatDateTime(view.asOf)}現在
          <br />
          <span data-line={line}>{lineWords[line]}</span>
        </p>
      </section>
      {batch > 1 && view.state === 'open' && (
        <p className="text-sm text-solid-gray-700">
          割合は、誰の回答か分からないように{batch}件以上がそろうごとに更新します。
          {nWaiting > 0 && `次の更新を待っている回答: ${nWaiting}件`}
        </p>
      )}
      <p className="mt-2 text-sm text-solid-gray-700">{view.weightingNote}</p>
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        {view.sheets.map((sheet) => (
          <LiveIndicator key={sheet.indicator.id} sheet={sheet} roundId={roundId} isDemo={isDemo} />
        ))}
      </ul>
    </>
  );
}

interface LiveIndicatorProps {
  readonly sheet: IndicatorSheet;
  readonly roundId: string;
  readonly isDemo: boolean;
}

function LiveIndicator({ sheet, roundId, isDemo }: LiveIndicatorProps) {
  const { indicator, result, words } = sheet;
  return (
    <li className="flex flex-col rounded-8 border border-solid-gray-420 p-4" data-indicator={indicator.id}>
      <h2 className="font-700">
        <span className="mr-2 text-solid-gray-700">{indicator.id}</span>
        <a href={`/manager/rounds/${roundId}/indicators/${indicator.id}`}>{indicator.wording}</a>
      </h2>
      {result === null ? (
        <p className="my-4">まだ集計できる回答がありません。目標 {formatTarget(indicator.target)}</p>
      ) : (
        <>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
            <span>
              {formatRespondents(indicator)}{' '}
              <strong className="text-[2rem] leading-[1.3] tabular-nums" data-value>
                {formatFigure(indicator, result)}
              </strong>
            </span>
            <span>目標 {formatTarget(indicator.target)}</span>
            <span data-base>{formatBase(indicator, result)}</span>
            <FigureBadges indicator={indicator} result={result} isDemo={isDemo} />
          </p>
          <IndicatorBar sheet={sheet} />
          <p className="text-sm">{formatInterval(indicator, result)}</p>
          {result.weighted && <WeightedFigure indicator={indicator} weighted={result.weighted} />}
          <p className="mt-auto pt-2">
            <VerdictBadge sheet={sheet} /> <span className="text-sm">{words.sentence}</span>
          </p>
          <MethodNote lines={result.methodNote} />
        </>
      )}
    </li>
  );
}
