import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { WardProvider } from '#app/components/ui/ward-context.tsx';
import { EvaluationPageFrame } from '#app/features/evaluation/evaluation-page-frame.tsx';
import { findSectionSheet } from '#app/features/evaluation/find-section-sheet.ts';
import { OverviewPage } from '#app/features/evaluation/overview-page.tsx';
import { SectionSheetPage } from '#app/features/evaluation/section-sheet-page.tsx';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadWard } from '#surveys/catalog/load-ward.ts';
import { buildEvaluation, type Evaluation, type PlacedResult } from '#surveys/evaluation/build-evaluation.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import { listIndicators, listSections } from '#surveys/plan/plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const { ward } = loadWard('surveys/catalog/konohana');
const record = buildEvaluation({ plan, fiscalYear: 2015, results: [] });

/** Text as it is read: markup taken out. */
const read = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

function renderOverview(evaluation: Evaluation): string {
  return renderToStaticMarkup(
    <WardProvider ward={ward}>
      <EvaluationPageFrame evaluation={evaluation}>
        <OverviewPage evaluation={evaluation} fiscalYears={[2015]} />
      </EvaluationPageFrame>
    </WardProvider>,
  );
}

function renderSection(evaluation: Evaluation, id: string): string {
  const placed = findSectionSheet(evaluation, id);
  if (placed === undefined) throw new Error(`no section ${id}`);
  return renderToStaticMarkup(<SectionSheetPage evaluation={evaluation} {...placed} />);
}

function demoResult(n: number): PlacedResult {
  return {
    indicatorId: '1-1',
    fiscalYear: 2015,
    result: {
      value: 0.513,
      display: '51.3',
      n,
      state: 'published',
      source: { kind: 'round', title: 'デモの調査', roundId: 'r1' },
      interval: { lower: 0.476, upper: 0.55, level: 0.95, method: 'wilson' },
      official: 'met',
      evidence: 'indistinguishable',
      weighted: null,
      methodNote: [],
    },
  };
}

const demo = (n: number) =>
  buildEvaluation({ plan: demoPlan(plan), fiscalYear: 2015, results: [demoResult(n)] });

describe('the overview', () => {
  const markup = renderOverview(record);

  it('shows every indicator of the plan with its target', () => {
    for (const { wording } of listIndicators(plan)) expect(markup).toContain(wording);
    expect(read(markup)).toContain('3.5点以上');
  });

  it('gives the fiscal year in both calendars', () => {
    expect(markup).toContain('平成27年度(2015年度)');
  });

  it("marks the ward's figures 公表値 and says that their base is not given", () => {
    expect(read(markup)).toContain('51.3% 公表値 回答数の記載なし');
    expect(read(markup)).toContain('3点 公表値');
  });

  it('counts where the indicators stand', () => {
    expect(read(markup)).toMatch(/目標達成 4 .*未到達\(中間値\) 7 .*成果測定の対象外 2/);
  });

  it('links every section and the JSON twin', () => {
    for (const { id } of listSections(plan)) {
      expect(markup).toContain(`href="/plans/konohana/evaluations/2015/sections/${id}"`);
    }
    expect(markup).toContain('href="/api/v1/plans/konohana/evaluations/2015"');
  });

  it('carries no demonstration mark, script or style attribute', () => {
    expect(markup).not.toMatch(/デモ|<script| style=/);
  });
});

describe('a section page', () => {
  it.each(listSections(plan))("quotes the ward's document in full ($id)", (section) => {
    const markup = renderSection(record, section.id);
    const entry = section.pdca[0];
    const quotes = [
      ...section.vision.items,
      ...(entry?.plan ?? []),
      ...(entry?.do ?? []),
      ...(entry?.act ?? []),
    ];
    for (const quote of quotes) expect(markup).toContain(quote);
  });

  it('speaks of those who answered, never of all residents', () => {
    const text = read(renderSection(record, '1-1'));
    expect(text).toContain('回答した区民のうち 51.3%');
    expect(text).not.toContain('区民の 51.3%');
  });

  it('says so where the document has no 取組計画', () => {
    expect(read(renderSection(record, '2-1'))).toContain('資料に「取組計画」の記載はありません。');
    expect(read(renderSection(record, '1-1'))).not.toContain('記載はありません');
  });

  it('shows the wording of the result where it differs from that of the target', () => {
    expect(renderSection(record, '1-2')).toContain('地活協をはじめ様々な活動主体');
    expect(renderSection(record, '1-1')).not.toContain('言い回し');
  });

  it('names the source of a figure', () => {
    expect(read(renderSection(record, '1-1'))).toContain(`出典: ${plan.source.title}`);
  });

  it('notes interim values only where there is a value', () => {
    expect(renderSection(record, '1-1')).toContain(plan.interimNote);
    expect(renderSection(record, '1-3')).not.toContain(plan.interimNote);
    expect(read(renderSection(record, '1-3'))).toContain('成果測定の対象外');
  });

  it('says that nothing is recorded yet for another year', () => {
    const later = buildEvaluation({ plan, fiscalYear: 2016, results: [] });
    expect(read(renderSection(later, '1-1'))).toContain('平成28年度の記録はまだありません。');
  });
});

describe('a demonstration', () => {
  it('is labelled on the page, in its title and beside each figure', () => {
    expect(read(renderOverview(demo(700)))).toMatch(
      /デモ これは動作を試すための画面です.*【デモ】豊かな.*51.3% 公表値 デモ/,
    );
    expect(read(renderSection(demo(700), '1-1'))).toMatch(/【デモ】1 .*51.3% 公表値 デモ/);
  });

  it('gives base and interval of a published figure of a round', () => {
    const text = read(renderSection(demo(700), '1-1'));
    expect(text).toContain('n=700');
    expect(text).toContain('47.6%〜55.0%(95%信頼区間)');
    expect(text).toContain('目標達成(誤差の範囲内)');
  });

  it('marks a figure of fewer than 30 answers 参考値', () => {
    expect(read(renderOverview(demo(29)))).toContain('参考値');
    expect(read(renderOverview(demo(30)))).not.toContain('参考値');
  });
});
