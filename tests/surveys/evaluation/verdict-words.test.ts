import { describe, expect, it } from 'vitest';
import { evidences } from '#surveys/evaluation/indicator-result.ts';
import { officialVerdicts } from '#surveys/evaluation/official.ts';
import { describeVerdict } from '#surveys/evaluation/verdict-words.ts';

describe('describeVerdict', () => {
  it.each([
    ['met', 'supported', '目標達成(誤差を考えても目標以上)'],
    ['met', 'indistinguishable', '目標達成(誤差の範囲内)'],
    ['met', 'refuted', '目標達成(推計では目標未満)'],
    ['met', 'unknown', '目標達成'],
    ['not_met', 'supported', '目標未達成(推計では目標以上)'],
    ['not_met', 'indistinguishable', '目標未達成(誤差の範囲内)'],
    ['not_met', 'refuted', '目標未達成(誤差を考えても目標未満)'],
    ['not_met', 'unknown', '目標未達成'],
    ['interim', 'supported', '未到達(中間値、推計では目標以上)'],
    ['interim', 'indistinguishable', '未到達(中間値、誤差の範囲内)'],
    ['interim', 'refuted', '未到達(中間値、誤差を考えても目標未満)'],
    ['interim', 'unknown', '未到達(中間値)'],
  ] as const)('labels %s and %s as %s', (official, evidence, label) => {
    expect(describeVerdict(official, evidence).label).toBe(label);
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
