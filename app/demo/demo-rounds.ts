import { fiscalYearOf, formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { listIndicators } from '#surveys/plan/plan.ts';
import type { Design } from '#surveys/round/round.ts';

/** A demo round before its answers are made up. */
export interface DemoRound {
  readonly id: string;
  readonly recipeId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly design: Design;
  readonly populationSize: number;
  readonly nIssued: number;
  readonly nResponses: number;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Who answered, by name, in turn; none where nobody may learn it. */
  readonly names: readonly string[];
  /** Finished rounds are finalised and published, so that the evaluation has figures. */
  readonly isFinished: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

const lettered = (noun: string, letters: string) => [...letters].map((letter) => `${noun}${letter}`);

/** The rounds of the base year, finished long ago, and one that is open now. */
export function listDemoRounds(plan: Plan, now: Date): readonly DemoRound[] {
  const year = plan.baseFiscalYear;
  const finished = {
    fiscalYear: year,
    opensAt: `${year + 1}-01-11T15:00:00.000Z`,
    closesAt: `${year + 1}-02-14T15:00:00.000Z`,
    isFinished: true,
  };
  const era = formatEra(year).long;
  const currentYear = fiscalYearOf(now.toISOString());
  return [
    {
      ...finished,
      id: `demo-residents-${year}`,
      recipeId: 'residents',
      title: `${era} 区民アンケート(デモ)`,
      design: 'probability',
      populationSize: 65_000,
      nIssued: 2_000,
      nResponses: 700,
      names: [],
    },
    {
      ...finished,
      id: `demo-organisations-${year}`,
      recipeId: 'organisations',
      title: `${era} 活動主体アンケート(デモ)`,
      design: 'census',
      populationSize: 20,
      nIssued: 20,
      nResponses: 14,
      names: lettered('団体', 'ABCDEFGHIJKLMN'),
    },
    {
      ...finished,
      id: `demo-mystery-shoppers-${year}`,
      recipeId: 'mystery-shopper',
      title: `${era} 窓口サービス覆面調査(デモ)`,
      design: 'panel',
      populationSize: 8,
      nIssued: 8,
      nResponses: 8,
      names: lettered('調査員', 'ABC'),
    },
    {
      id: `demo-residents-${currentYear}`,
      recipeId: 'residents',
      title: `${formatEra(currentYear).long} 区民アンケート(デモ)`,
      fiscalYear: currentYear,
      design: 'probability',
      populationSize: 65_000,
      nIssued: 1_500,
      nResponses: 120,
      names: [],
      opensAt: `${new Date(now.getTime() - 7 * dayMs).toISOString().slice(0, 10)}T00:00:00.000Z`,
      // The end of a day in Japan.
      closesAt: `${new Date(now.getTime() + 90 * dayMs).toISOString().slice(0, 10)}T14:59:00.000Z`,
      isFinished: false,
    },
  ];
}

/** What the ward published for its base year, by indicator: what the demo's figures have to show. */
export const listPublishedValues = (plan: Plan): ReadonlyMap<string, string> =>
  new Map(
    listIndicators(plan).flatMap(({ id, publishedResults }) =>
      publishedResults
        .filter(({ fiscalYear }) => fiscalYear === plan.baseFiscalYear)
        .map(({ value }) => [id, value] as const),
    ),
  );
