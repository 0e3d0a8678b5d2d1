import type { ReactNode } from 'react';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { DayChart } from '#app/features/field-dashboard/day-chart.tsx';
import { ProgressTable } from '#app/features/field-dashboard/progress-table.tsx';
import { SplitTables, StrataTable } from '#app/features/field-dashboard/split-tables.tsx';
import type { DashboardState } from '#app/features/field-dashboard/use-dashboard.ts';
import type { DashboardView } from '#app/fielding/watch/dashboard.ts';
import { dashboardWords as words } from '#app/i18n/ja/dashboard.ts';
import { formatCount, formatDateTime, stateNames } from '#app/i18n/ja/office.ts';
import type { ReachedStep } from '#surveys/round/page-progress.ts';
import { stepKey } from '#surveys/round/page-progress.ts';

/** Where a round's fielding stands, what it will come to, and what to do next. */
export function DashboardBoard({ view, line }: DashboardState) {
  return (
    <>
      <p className="my-4 flex flex-wrap items-end gap-x-8 gap-y-2">
        <span>
          <span className="block">回答数</span>
          <output className="text-[3rem] leading-none font-700 tabular-nums" id="answer-count">
            {formatCount(view.nAnswers)}
          </output>
          <span className="ml-1">件</span>
        </span>
        <span className="text-sm text-solid-gray-700">
          状態: {stateNames[view.state]}・{formatDateTime(view.asOf)}現在
          <br />
          <span data-line={line}>{words.lines[line]}</span>
        </span>
      </p>
      <Advice {...view} />
      <Section title="計画と見込み">
        <PlanFacts {...view} />
      </Section>
      <Section title="日ごとの回答数">
        <DayChart days={view.days} />
      </Section>
      <Section title="経路と言語">
        <SplitTables {...view} />
      </Section>
      <Section title="層ごとの回収">
        <StrataTable {...view} />
      </Section>
      <Section title="ページごとの到達と離脱">
        <ProgressTable progress={view.progress} />
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-4 border-b-2 border-solid-gray-800 text-xl font-700">{title}</h2>
      {children}
    </section>
  );
}

function Advice({ advice, progress }: DashboardView) {
  const titleOf = (step: ReachedStep) => {
    const found = progress.find((candidate) => stepKey(candidate.step) === stepKey(step));
    return words.step(step, found?.title ?? null);
  };
  const isCalm = advice.every(({ kind }) => kind === 'on_plan' || kind === 'finished');
  return (
    <Notice kind={isCalm ? 'success' : 'info'} label="次にすること" title="次にすること">
      <ul className="list-disc pl-6">
        {advice.map((item) => (
          <li key={item.kind} data-advice={item.kind}>
            {words.advice(item, titleOf)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function PlanFacts({ nAnswers, plan, forecast, margin }: DashboardView) {
  const nAtClosing = 'nAtClosing' in forecast ? forecast.nAtClosing : null;
  const rateOf = (n: number) => (plan ? `(回答率 ${words.percent(n / plan.nIssued)})` : '');
  const marginOf = (share: number | null) => (share === null ? words.noMargin : words.points(share));
  return (
    <>
      <DefinitionList
        items={[
          { term: '現在', description: `${formatCount(nAnswers)}件${rateOf(nAnswers)}` },
          {
            term: '締切時の見込み',
            description:
              nAtClosing === null ? words.noForecast : `${formatCount(nAtClosing)}件${rateOf(nAtClosing)}`,
          },
          {
            term: '計画',
            description: plan
              ? `${formatCount(plan.nPlanned)}件 / 依頼${formatCount(plan.nIssued)}件(回答率 ${words.percent(plan.expectedRate)})`
              : '依頼した数が入力されていないため、計画とは比べません',
          },
          { term: '標本誤差(現在)', description: marginOf(margin.now) },
          {
            term: '標本誤差(締切時の見込み)',
            description:
              margin.now !== null && margin.atClosing === null
                ? words.noForecast
                : marginOf(margin.atClosing),
          },
        ]}
      />
      <p className="text-sm text-solid-gray-700">
        見込みの出し方: {words.forecastMethod(forecast)}
        {plan && words.planNote(plan.expectedRate)}
        <br />
        標本誤差: {margin.now === null ? words.noMarginNote : words.marginNote}
      </p>
    </>
  );
}
