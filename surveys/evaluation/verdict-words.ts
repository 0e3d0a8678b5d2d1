import type { Evidence } from '#surveys/aggregation/estimate/evidence.ts';
import type { OfficialVerdict } from './official.ts';

/** A verdict for people who read no statistics: a label of a few words, and one sentence that says it fully. */
export interface VerdictWords {
  readonly label: string;
  readonly sentence: string;
}

type Compared = Record<Evidence, VerdictWords>;

// `refuted` beside met, and `supported` beside not met, happen when the evidence rests on the weighted estimate.
const met: Compared = {
  supported: {
    label: '目標達成(誤差を考えても目標以上)',
    sentence: '結果は目標以上です。標本誤差を考えても目標以上といえます。',
  },
  indistinguishable: {
    label: '目標達成(誤差の範囲内)',
    sentence: '結果は目標以上ですが、目標との差は標本誤差の範囲内です。',
  },
  refuted: {
    label: '目標達成(推計では目標未満)',
    sentence: '回答の集計では目標以上ですが、補正した推計では、標本誤差を考えても目標未満です。',
  },
  unknown: { label: '目標達成', sentence: '結果は目標以上です。標本誤差は計算できません。' },
};

const notMet: Compared = {
  supported: {
    label: '目標未達成(推計では目標以上)',
    sentence: '回答の集計では目標に届きませんが、補正した推計では、標本誤差を考えても目標以上です。',
  },
  indistinguishable: {
    label: '目標未達成(誤差の範囲内)',
    sentence: '結果は目標に届きませんが、目標との差は標本誤差の範囲内です。',
  },
  refuted: {
    label: '目標未達成(誤差を考えても目標未満)',
    sentence: '結果は目標に届きません。標本誤差を考えても目標未満といえます。',
  },
  unknown: { label: '目標未達成', sentence: '結果は目標に届きません。標本誤差は計算できません。' },
};

const interim: Compared = {
  supported: {
    label: '未到達(中間値、推計では目標以上)',
    sentence:
      '目標年次前の中間値です。回答の集計では目標に届いていませんが、補正した推計では、標本誤差を考えても目標以上です。',
  },
  indistinguishable: {
    label: '未到達(中間値、誤差の範囲内)',
    sentence: '目標年次前の中間値です。まだ目標に届いていませんが、目標との差は標本誤差の範囲内です。',
  },
  refuted: {
    label: '未到達(中間値、誤差を考えても目標未満)',
    sentence: '目標年次前の中間値です。まだ目標に届いていません。標本誤差を考えても目標未満といえます。',
  },
  unknown: {
    label: '未到達(中間値)',
    sentence: '目標年次前の中間値です。まだ目標に届いていません。標本誤差は計算できません。',
  },
};

const excluded: VerdictWords = {
  label: '成果測定の対象外',
  sentence: 'この指標は成果測定の対象外とされています。',
};

const noResult: VerdictWords = { label: '結果なし', sentence: 'この年度の結果はありません。' };

/**
 * The Japanese words for both axes of a verdict: the official point comparison, and what the interval
 * supports. For `excluded` and `no_result` there is nothing to compare, whatever the evidence says.
 */
export function describeVerdict(official: OfficialVerdict, evidence: Evidence): VerdictWords {
  switch (official) {
    case 'met':
      return met[evidence];
    case 'not_met':
      return notMet[evidence];
    case 'interim':
      return interim[evidence];
    case 'excluded':
      return excluded;
    case 'no_result':
      return noResult;
  }
}
