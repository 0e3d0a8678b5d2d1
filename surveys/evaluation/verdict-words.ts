import type { Evidence } from '#surveys/aggregation/estimate/evidence.ts';
import type { OfficialVerdict } from './official.ts';

/** A verdict for people who read no statistics: a label of a few words, and one sentence that says it fully. */
export interface VerdictWords {
  readonly label: string;
  readonly sentence: string;
}

/** What the interval says of a figure and its target, in a few words. */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  supported: '誤差を考えても目標以上',
  refuted: '誤差を考えても目標未満',
  indistinguishable: '目標との差は誤差の範囲内',
  unknown: '目標との比較はできません',
};

/** Said of every figure that has no sampling error. */
export const noSamplingError = '標本誤差は計算できません。';

/** How the comparison of the points is said, by itself and before what the interval adds. */
interface ComparedWords {
  /** The label with what stands in its brackets beside the verdict; null where the interval says nothing. */
  readonly label: (aside: string | null) => string;
  readonly plain: string;
  readonly but: string;
  /** Before a weighted estimate that says the contrary. */
  readonly counted: string;
  /** What the interval says when it agrees with the points. */
  readonly agreeing: Evidence;
}

const met: ComparedWords = {
  label: (aside) => (aside === null ? '目標達成' : `目標達成(${aside})`),
  plain: '結果は目標以上です。',
  but: '結果は目標以上ですが、',
  counted: '回答の集計では目標以上ですが、',
  agreeing: 'supported',
};

const notMet: ComparedWords = {
  label: (aside) => (aside === null ? '目標未達成' : `目標未達成(${aside})`),
  plain: '結果は目標に届きません。',
  but: '結果は目標に届きませんが、',
  counted: '回答の集計では目標に届きませんが、',
  agreeing: 'refuted',
};

const interim: ComparedWords = {
  label: (aside) => (aside === null ? '未到達(中間値)' : `未到達(中間値、${aside})`),
  plain: '目標年次前の中間値です。まだ目標に届いていません。',
  but: '目標年次前の中間値です。まだ目標に届いていませんが、',
  counted: '目標年次前の中間値です。回答の集計では目標に届いていませんが、',
  agreeing: 'refuted',
};

const excluded: VerdictWords = {
  label: '成果測定の対象外',
  sentence: 'この指標は成果測定の対象外とされています。',
};

const noResult: VerdictWords = { label: '結果なし', sentence: 'この年度の結果はありません。' };

/** Said where several published rounds claim one figure. */
export const contestedResult: VerdictWords = {
  label: '公式の結果が未定',
  sentence:
    '複数の調査回がこの年度の結果を公表しています。どれを公式の結果とするかが決まっていないため、値を示しません。',
};

/**
 * The Japanese words for both axes of a verdict: the official point comparison, and what the interval
 * supports. For `excluded` and `no_result` there is nothing to compare, whatever the evidence says.
 */
export function describeVerdict(official: OfficialVerdict, evidence: Evidence): VerdictWords {
  switch (official) {
    case 'met':
      return describeCompared(met, evidence);
    case 'not_met':
      return describeCompared(notMet, evidence);
    case 'interim':
      return describeCompared(interim, evidence);
    case 'excluded':
      return excluded;
    case 'no_result':
      return noResult;
  }
}

function describeCompared(words: ComparedWords, evidence: Evidence): VerdictWords {
  switch (evidence) {
    case 'supported':
    case 'refuted':
      return evidence === words.agreeing
        ? {
            label: words.label(evidenceWords[evidence]),
            sentence: `${words.plain}標本${evidenceWords[evidence]}といえます。`,
          }
        : describeContrary(words, evidence);
    case 'indistinguishable':
      return {
        label: words.label('誤差の範囲内'),
        sentence: `${words.but}目標との差は標本誤差の範囲内です。`,
      };
    case 'unknown':
      return { label: words.label(null), sentence: words.plain + noSamplingError };
  }
}

/** Points and interval disagree when the evidence rests on the weighted estimate. */
function describeContrary({ label, counted }: ComparedWords, evidence: 'supported' | 'refuted') {
  return {
    label: label(evidence === 'supported' ? '推計では目標以上' : '推計では目標未満'),
    sentence: `${counted}補正した推計では、標本${evidenceWords[evidence]}です。`,
  };
}
