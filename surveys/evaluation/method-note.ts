import { smallestShownBase } from '#surveys/aggregation/disclosure/base-size.ts';
import type { WeighingError } from '#surveys/aggregation/estimate/weighing-error.ts';
import type { RoundWeighting } from '#surveys/evaluation/round-weighting.ts';
import { noSamplingError } from '#surveys/evaluation/verdict-words.ts';
import type { BaseRule, Measurement, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Design, Round } from '#surveys/round/round.ts';

/** One line of a method note: what it is about, and a plain sentence. */
export interface MethodNoteLine {
  readonly term: string;
  readonly text: string;
}

export interface MethodNoteInput {
  readonly round: Round;
  readonly measurement: Measurement;
  readonly baseRule: BaseRule;
  readonly weighting: RoundWeighting;
  /** Method of the plain figure's interval; null where it has none. */
  readonly intervalMethod: string | null;
}

/**
 * How a figure was made, for people who read no statistics: what was asked, who counts in the denominator, how
 * the interval and the weighted figure came about. Always at least question, base, interval and weights.
 */
export function describeMethod(input: MethodNoteInput): MethodNoteLine[] {
  const { round, measurement, baseRule, weighting, intervalMethod } = input;
  return [
    { term: '設問', text: describeQuestion(round.questionnaire, measurement) },
    { term: '母数', text: baseRule.label.ja },
    { term: '誤差の範囲', text: describeInterval(round.design, intervalMethod) },
    { term: '補正', text: describeWeighting(weighting, round.frame) },
  ];
}

function describeQuestion(questionnaire: Questionnaire, measurement: Measurement): string {
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  switch (measurement.kind) {
    case 'share': {
      const question = questions.find(({ id }) => id === measurement.question);
      if (!question) return measurement.question;
      const options = listNumberedOptions(question);
      const positive = measurement.positive
        .map((code) => `「${options.find((option) => option.code === code)?.label ?? code}」`)
        .join('と');
      return `「${question.text.ja}」に${positive}と答えた人の割合です。`;
    }
    case 'mean':
      return `${measurement.items.length}項目の採点を訪問ごとに平均し、それを全訪問で平均した点数です。`;
    case 'count':
      return '区の記録に入力された件数です。入力し直したときは、最後に入力した件数です。';
  }
}

const intervalWords: Readonly<Record<string, string>> = {
  wilson:
    'ウィルソンの方法で求めた95%信頼区間です。同じ調査を繰り返したとき、およそ95%の区間が真の値を含みます。',
  'wilson-fpc': 'ウィルソンの方法に、対象の数が限られていること(有限母集団修正)を入れた95%信頼区間です。',
  'clopper-pearson':
    '回答数が少ない、または全員が同じ回答のため、控えめに広くとる方法(クロッパー・ピアソン)で求めた95%信頼区間です。',
};

function describeInterval(design: Design, method: string | null): string {
  if (design === 'self-selected' || design === 'panel') {
    return `無作為に選んだ人への調査ではないため、${noSamplingError}`;
  }
  if (method === null) return '回答が足りないため、誤差の範囲はまだ示せません。';
  return intervalWords[method] ?? '95%信頼区間です。';
}

const dimensionNames: Readonly<Record<string, string>> = {
  sex: '性別',
  age: '年齢',
  area: '地域',
  stratum: '層',
};

const nameBy = (by: readonly string[]) =>
  by.map((dimension) => dimensionNames[dimension] ?? dimension).join('×');

/** How the figures are weighted to the ward's population, or why they are not, in one or more sentences. */
export function describeWeighting(weighting: RoundWeighting, frame: Frame | null): string {
  switch (weighting.kind) {
    case 'not_a_sample':
      return '無作為に選んだ人への調査ではないため、人口に合わせた補正は行いません。';
    case 'no_frame':
      return '人口の内訳(標本設計)が登録されていないため、人口に合わせた補正は行っていません。';
    case 'impossible':
      return `いまは補正できないため、回答の単純な割合だけを示します。理由: ${describeWeighingError(weighting.error)}`;
    case 'weighted':
      return frame === null ? '' : describeWeights(weighting, frame);
  }
}

function describeWeights({ round }: Extract<RoundWeighting, { kind: 'weighted' }>, frame: Frame): string {
  const margins = frame.margins.map(({ by }) => nameBy(by)).join('と');
  const how = {
    strata: '層ごとの人口に合わせて',
    'post-stratify': `${margins}ごとの人口に合わせて`,
    rake: `${margins}の人口の両方に合うように(レイキング)`,
  }[frame.weighting];
  const { summary, appliedMerges, unknownShare, unknownStratumShare } = round;
  const mean = summary.sumWeights / summary.n;
  const sentences = [
    `${frame.source}(${frame.asOf}現在)をもとに、${how}回答に重みをつけた値を、補正した推計として並べています。`,
    `重みは${describeWeightRange(summary.minWeight / mean, summary.maxWeight / mean)}、実質的な回答数は${Math.round(summary.effectiveN)}件分です。`,
  ];
  if (unknownShare > 0) {
    sentences.push(
      `属性に無回答がある回答${describePart(unknownShare, summary.n)}は、ひとまとまりの区分として扱っています。`,
    );
  }
  if (unknownStratumShare > 0) {
    sentences.push(
      `どの層か分からない回答${describePart(unknownStratumShare, summary.n)}は、ひとつの層として扱っています。`,
    );
  }
  if (appliedMerges.length > 0) {
    const merges = appliedMerges.map(
      ({ dimension, from, into }) => `${dimensionNames[dimension] ?? dimension}の${from}を${into}に`,
    );
    sentences.push(`回答のない区分は、あらかじめ決めた順に${merges.join('、')}まとめています。`);
  }
  return sentences.join('');
}

/**
 * Between which weights, relative to their mean, all lie. The ends of the range are 1, 2 or 5 times a power of ten:
 * closer ones would give the number of people in the smallest category away, whose population everybody knows.
 */
const describeWeightRange = (smallest: number, largest: number): string =>
  `平均の${stepBelow(smallest)}倍から${stepAbove(largest)}倍の間`;

const steps = [1, 2, 5, 10] as const;

function stepBelow(value: number): number {
  const { digits, exponent } = splitDecimal(value);
  return Number(`${steps.findLast((step) => step <= digits) ?? 0}e${exponent}`);
}

function stepAbove(value: number): number {
  const { digits, exponent } = splitDecimal(value);
  return Number(`${steps.find((step) => step >= digits) ?? 0}e${exponent}`);
}

/** A number as 1 to below 10 times a power of ten, rounded to nine digits, so that equal weights are once the mean. */
function splitDecimal(value: number): { readonly digits: number; readonly exponent: string } {
  const [digits = '', exponent = ''] = value.toExponential(8).split('e');
  return { digits: Number(digits), exponent };
}

/** A part of n responses in whole percent, in brackets; nothing for fewer than ten, whose number it would tell. */
function describePart(share: number, n: number): string {
  return share * n < smallestShownBase ? '' : `(約${Math.max(1, Math.round(share * 100))}%)`;
}

/**
 * A note without the digits that were written into stored ones before they said ranges: weights to two decimals, and
 * parts of the responses to a tenth of a percent. A note of today comes back as it is.
 */
export function roundStoredNote(text: string): string {
  return text
    .replace(/平均の(\d+\.\d\d)倍から(\d+\.\d\d)倍/, (_, smallest: string, largest: string) =>
      describeWeightRange(Number(smallest), Number(largest)),
    )
    .replace(/回答\(\d+\.\d%\)は/g, '回答は');
}

/** Why weights to the population cannot be made, in words. */
export function describeWeighingError(error: WeighingError): string {
  switch (error.kind) {
    case 'no-respondents':
      return 'まだ集計できる回答がありません。';
    case 'unknown-stratum':
      return `標本設計にない層「${error.stratum}」の回答があります。標本設計の層の名前を確かめてください。`;
    case 'more-respondents-than-people':
      return `層「${error.stratum}」の回答${error.n}件が、登録された人口${error.population}人を超えています。`;
    case 'stratum-without-respondents':
      return `層「${error.stratum}」にまだ回答がありません。`;
    case 'categories-without-respondents': {
      const names = error.empty.slice(0, 5).map(({ category }) => `「${category}」`);
      const rest = error.empty.length > 5 ? 'など' : '';
      return `まだ回答のない区分があります: ${names.join('、')}${rest}。`;
    }
    case 'trimming-impossible':
      return '重みの上限が厳しすぎて、人口に合わせられません。';
    case 'category-without-respondents':
      return `区分「${error.category}」にまだ回答がありません。`;
    case 'unknown-category':
      return `人口の内訳にない区分「${error.category}」の回答があります。`;
    case 'totals-disagree':
      return `人口の合計が「${error.margin}」と「${error.other}」で一致しません。`;
    case 'not-converged':
      return `「${error.margin}」の人口に合わせる計算が収束しませんでした。`;
  }
}
