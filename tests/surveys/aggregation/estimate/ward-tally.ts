import { readFileSync } from 'node:fs';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import { formatProfile } from '#surveys/response/profile.ts';
import type { Frame, FrameMargin } from '#surveys/round/frame.ts';
import { parseCsvTable } from '#surveys/round/margins-csv-table.ts';

/** The synthetic ward of the reference cases, in the words of the product: rows to a tally, margins to a frame. */

const folder = 'tests/fixtures/survey-reference/shared-data';

export function readWard(file: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...lines] = parseCsvTable(readFileSync(`${folder}/${file}`, 'utf8'));
  return lines.map((line) => new Map(header.map((name, index) => [name, line[index] ?? 'NA'])));
}

/** `75+` and capitals are not answer codes. */
export const codeOf = (text: string | undefined): string => (text ?? '').toLowerCase().replace('+', '');

export function shareMeasurement(question: string): Measurement {
  const rule = { id: 'answered', label: { ja: '回答者' }, outOfBase: ['no_answer'] };
  return { kind: 'share', indicator: question, question, positive: ['1'], baseRules: [rule] };
}

/** One count per row: equal cells come many times, which `indexTally` adds up. */
export function tallyWard(file: string, questions: readonly string[]): TallyCount[] {
  return readWard(file).flatMap((row) => {
    const [sex, age, area] = [codeOf(row.get('sex')), codeOf(row.get('age')), codeOf(row.get('area'))];
    const cell = { stratum: area, profile: formatProfile({ sex, age, area }), channel: 'web', n: 1 };
    const value = (question: string) => {
      const answer = row.get(question);
      if (answer === undefined || answer === 'NA') return 'out';
      return answer === '1' ? 'positive' : 'base';
    };
    return [
      { ...cell, measure: 'respondents', value: 'all' },
      ...questions.map((question) => ({
        ...cell,
        measure: `indicator:${question}:answered`,
        value: value(question),
      })),
    ];
  });
}

const population = readWard('population.csv').map((row) => ({
  sex: codeOf(row.get('sex')),
  age: codeOf(row.get('age')),
  area: codeOf(row.get('area')),
  count: Number(row.get('count')),
}));

export function wardMargin(...by: FrameMargin['by']): FrameMargin {
  const categories = new Map<string, { key: string[]; population: number }>();
  for (const cell of population) {
    const key = by.map((dimension) => cell[dimension]);
    const known = categories.get(key.join('|'));
    if (known) known.population += cell.count;
    else categories.set(key.join('|'), { key, population: cell.count });
  }
  return { by, categories: [...categories.values()] };
}

export function wardFrame(overrides: Partial<Frame> = {}): Frame {
  return {
    source: '住民基本台帳',
    asOf: '2026-04-01',
    strata: wardMargin('area').categories.map(({ key, population }) => ({
      id: key[0] ?? '',
      population,
      nIssued: null,
    })),
    weighting: 'rake',
    margins: [wardMargin('sex'), wardMargin('age'), wardMargin('area')],
    unmatched: [],
    merges: [],
    trimAtMeanTimes: null,
    ...overrides,
  };
}
