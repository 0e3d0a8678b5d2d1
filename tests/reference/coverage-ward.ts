import { readFileSync } from 'node:fs';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import { formatProfile } from '#surveys/response/profile.ts';
import type { FrameMargin } from '#surveys/round/frame.ts';
import { parseCsvTable } from '#surveys/round/margins-csv-table.ts';

/** Questions by the share that the ward as a whole is near to, and how strongly they lean on age and sex. */
export const questions = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9].map((share, index) => ({
  id: `q${index + 1}`,
  share,
  measurement: measurementOf(`q${index + 1}`),
}));
export type Questions = typeof questions;

interface Cell {
  readonly sex: string;
  readonly age: string;
  readonly area: string;
  readonly profile: string;
}

export interface Ward {
  readonly cells: readonly Cell[];
  /** Residents of each area, each as the index of a cell and the bits of the questions answered positively. */
  readonly residents: ReadonlyMap<string, { readonly cell: Int32Array; readonly answers: Int32Array }>;
  readonly populations: readonly number[];
  readonly shares: ReadonlyMap<string, number>;
}

const ages = ['18-29', '30-44', '45-59', '60-74', '75'];
/** Chance to answer the letter: women and the old answer more; area plays no part. */
const responseRates = { f: [0.24, 0.3, 0.38, 0.5, 0.48], m: [0.16, 0.22, 0.3, 0.44, 0.46] };

function measurementOf(question: string): Measurement {
  const rule = { id: 'all', label: { ja: '回答者' }, outOfBase: ['no_answer'] };
  return { kind: 'share', indicator: question, question, positive: ['1'], baseRules: [rule] };
}

/** Gives every resident of the synthetic ward an answer to every question, once and for all. */
export function makeWard(random: () => number): Ward {
  const [, ...lines] = parseCsvTable(
    readFileSync('tests/fixtures/survey-reference/shared-data/population.csv', 'utf8'),
  );
  const cells = lines.map(([sex = '', age = '', area = '']) => {
    const codes = { sex: sex.toLowerCase(), age: age.replace('+', ''), area: area.toLowerCase() };
    return { ...codes, profile: formatProfile(codes) };
  });
  const populations = lines.map((line) => Number(line[3]));
  const areas = [...new Set(cells.map(({ area }) => area))];
  const positives = new Array<number>(questions.length).fill(0);
  const residents = new Map(
    areas.map((area) => {
      const people = cells.flatMap((cell, index) =>
        cell.area === area ? Array.from({ length: populations[index] ?? 0 }, () => index) : [],
      );
      const answers = people.map((index) => {
        let bits = 0;
        questions.forEach(({ share }, question) => {
          if (random() >= chanceOf(cells[index] as Cell, share, areas.indexOf(area))) return;
          bits |= 1 << question;
          positives[question] = (positives[question] ?? 0) + 1;
        });
        return bits;
      });
      return [area, { cell: Int32Array.from(people), answers: Int32Array.from(answers) }] as const;
    }),
  );
  const total = populations.reduce((sum, count) => sum + count, 0);
  const shares = new Map(questions.map(({ id }, index) => [id, (positives[index] ?? 0) / total]));
  return { cells, residents, populations, shares };
}

function chanceOf({ sex, age }: Cell, share: number, area: number): number {
  const lean = 0.9 * (ages.indexOf(age) / 4 - 0.5) + (sex === 'f' ? 0.2 : -0.2) + 0.1 * (area - 2);
  return 1 / (1 + Math.exp(-(Math.log(share / (1 - share)) + lean)));
}

export function marginOf(ward: Ward, by: FrameMargin['by']): FrameMargin {
  const categories = new Map<string, { key: string[]; population: number }>();
  ward.cells.forEach((cell, index) => {
    const key = by.map((dimension) => cell[dimension]);
    const known = categories.get(key.join('|'));
    const population = ward.populations[index] ?? 0;
    if (known) known.population += population;
    else categories.set(key.join('|'), { key, population });
  });
  return { by, categories: [...categories.values()] };
}

/** Draws letters in every area, lets people answer or not, and tallies what came back. */
export function drawSample(ward: Ward, lettersPerArea: number, random: () => number) {
  const nByCell = new Int32Array(ward.cells.length);
  const positives = questions.map(() => new Int32Array(ward.cells.length));
  for (const { cell, answers } of ward.residents.values()) {
    for (let letter = 0; letter < lettersPerArea; letter++) {
      // Partial Fisher–Yates in place: the order that earlier samples left does not matter.
      const other = letter + Math.floor(random() * (cell.length - letter));
      swap(cell, letter, other);
      swap(answers, letter, other);
      const index = cell[letter] as number;
      const { sex, age } = ward.cells[index] as Cell;
      const rate = responseRates[sex === 'f' ? 'f' : 'm'][ages.indexOf(age)] ?? 0;
      if (random() >= rate) continue;
      nByCell[index] = (nByCell[index] ?? 0) + 1;
      positives.forEach((counts, question) => {
        if (((answers[letter] as number) >> question) & 1) counts[index] = (counts[index] ?? 0) + 1;
      });
    }
  }
  const counts: TallyCount[] = ward.cells.flatMap(({ area, profile }, index): TallyCount[] => {
    const n = nByCell[index] ?? 0;
    if (n === 0) return [];
    const cell = { stratum: area, profile, channel: 'web' };
    return [
      { ...cell, measure: 'respondents', value: 'all', n },
      ...questions.flatMap(({ id }, question) => {
        const positive = positives[question]?.[index] ?? 0;
        const measure = `indicator:${id}:all`;
        return [
          { ...cell, measure, value: 'positive', n: positive },
          { ...cell, measure, value: 'base', n: n - positive },
        ];
      }),
    ];
  });
  const sum = (values: Int32Array | undefined) => values?.reduce((total, value) => total + value, 0) ?? 0;
  const plain = new Map(questions.map(({ id }, question) => [id, sum(positives[question])]));
  return { counts, n: sum(nByCell), plain };
}

function swap(values: Int32Array, i: number, j: number): void {
  const value = values[i] as number;
  values[i] = values[j] as number;
  values[j] = value;
}
