import { describe, expect, it } from 'vitest';
import { evidences } from '#surveys/aggregation/estimate/evidence.ts';
import { officialVerdicts } from '#surveys/evaluation/official.ts';
import { describeVerdict } from '#surveys/evaluation/verdict-words.ts';

describe('describeVerdict', () => {
  it.each([
    [
      'met',
      'supported',
      '目標達成(誤差を考えても目標以上)',
      '結果は目標以上です。標本誤差を考えても目標以上といえます。',
    ],
    [
      'met',
      'indistinguishable',
      '目標達成(誤差の範囲内)',
      '結果は目標以上ですが、目標との差は標本誤差の範囲内です。',
    ],
    [
      'met',
      'refuted',
      '目標達成(推計では目標未満)',
      '回答の集計では目標以上ですが、補正した推計では、標本誤差を考えても目標未満です。',
    ],
    ['met', 'unknown', '目標達成', '結果は目標以上です。標本誤差は計算できません。'],
    [
      'not_met',
      'supported',
      '目標未達成(推計では目標以上)',
      '回答の集計では目標に届きませんが、補正した推計では、標本誤差を考えても目標以上です。',
    ],
    [
      'not_met',
      'indistinguishable',
      '目標未達成(誤差の範囲内)',
      '結果は目標に届きませんが、目標との差は標本誤差の範囲内です。',
    ],
    [
      'not_met',
      'refuted',
      '目標未達成(誤差を考えても目標未満)',
      '結果は目標に届きません。標本誤差を考えても目標未満といえます。',
    ],
    ['not_met', 'unknown', '目標未達成', '結果は目標に届きません。標本誤差は計算できません。'],
    [
      'interim',
      'supported',
      '未到達(中間値、推計では目標以上)',
      '目標年次前の中間値です。回答の集計では目標に届いていませんが、補正した推計では、標本誤差を考えても目標以上です。',
    ],
    [
      'interim',
      'indistinguishable',
      '未到達(中間値、誤差の範囲内)',
      '目標年次前の中間値です。まだ目標に届いていませんが、目標との差は標本誤差の範囲内です。',
    ],
    [
      'interim',
      'refuted',
      '未到達(中間値、誤差を考えても目標未満)',
      '目標年次前の中間値です。まだ目標に届いていません。標本誤差を考えても目標未満といえます。',
    ],
    [
      'interim',
      'unknown',
      '未到達(中間値)',
      '目標年次前の中間値です。まだ目標に届いていません。標本誤差は計算できません。',
    ],
  ] as const)('words %s and %s', (official, evidence, label, sentence) => {
    expect(describeVerdict(official, evidence)).toEqual({ label, sentence });
  });

  it('says only 成果測定の対象外 or 結果なし where nothing is compared', () => {
    for (const evidence of evidences) {
      expect(describeVerdict('excluded', evidence).label).toBe('成果測定の対象外');
      expect(describeVerdict('no_result', evidence).label).toBe('結果なし');
    }
  });

  it('never calls an interim value a failure and always says whether the target is reached', () => {
    for (const official of officialVerdicts) {
      for (const evidence of evidences) {
        const { label, sentence } = describeVerdict(official, evidence);
        expect(sentence).toMatch(/。$/);
        if (official === 'interim') expect(label + sentence).not.toContain('未達成');
        if (official === 'met') expect(label).toMatch(/^目標達成/);
      }
    }
  });
});
