import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Frame, FrameMargin } from '#surveys/round/frame.ts';
import { listMarginDimensions } from '#surveys/round/margin-dimensions.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

/** Made-up people by age, 65,000 together, and how many of 100 are women: shaped like a ward, not a ward's. */
const people: readonly (readonly [age: string, total: number, womenPercent: number])[] = [
  ['18-19', 1_300, 49],
  ['20-29', 8_200, 50],
  ['30-39', 9_700, 49],
  ['40-49', 10_200, 49],
  ['50-59', 11_300, 50],
  ['60-69', 8_400, 51],
  ['70-79', 9_100, 54],
  ['80-over', 6_800, 62],
];

/** How large the districts are beside each other, in the order in which the questionnaire lists them. */
const districtWeights = [16, 11, 12, 15, 14, 9, 13, 10];

/** Thin age bands that join a neighbour when nobody of theirs has answered yet, in this order. */
const merges: Frame['merges'] = [
  { dimension: 'age', from: '18-19', into: '20-29' },
  { dimension: 'age', from: '20-29', into: '30-39' },
  { dimension: 'age', from: '80-over', into: '70-79' },
];

/** The frame of the demo's random samples: synthetic population by sex and age, and by district. */
export function makeDemoFrame(
  questionnaire: Questionnaire,
  { asOf, nIssued }: { readonly asOf: string; readonly nIssued: number },
): Frame {
  const sexAge = crossSexAndAge();
  const population = sexAge.categories.reduce((sum, category) => sum + category.population, 0);
  const { dimensions, unmatched } = listMarginDimensions(questionnaire);
  const areas = new Set(dimensions.find(({ dimension }) => dimension === 'area')?.codes.values());
  return {
    source: 'デモ用の架空の人口',
    asOf,
    strata: [{ id: wholeStratum, population, nIssued }],
    weighting: 'rake',
    margins: [sexAge, shareOut([...areas], population)],
    unmatched: [...unmatched],
    merges,
    trimAtMeanTimes: null,
  };
}

function crossSexAndAge(): FrameMargin {
  const categories = people.flatMap(([age, total, womenPercent]) => {
    const women = Math.round((total * womenPercent) / 100);
    return [
      { key: ['m', age], population: total - women },
      { key: ['f', age], population: women },
    ];
  });
  return { by: ['sex', 'age'], categories };
}

/** Whole people by district; the last one takes what rounding leaves. */
function shareOut(areas: readonly string[], population: number): FrameMargin {
  const weightOf = (index: number) => districtWeights[index % districtWeights.length] ?? 1;
  const total = areas.reduce((sum, _, index) => sum + weightOf(index), 0);
  const counts = areas.map((_, index) => Math.round((population * weightOf(index)) / total));
  const rest = population - counts.reduce((sum, count) => sum + count, 0);
  return {
    by: ['area'],
    categories: areas.map((area, index) => ({
      key: [area],
      population: (counts[index] ?? 0) + (index === areas.length - 1 ? rest : 0),
    })),
  };
}
