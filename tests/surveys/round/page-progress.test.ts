import { describe, expect, it } from 'vitest';
import { parseStep, type ReachedStep, stepKey, traceProgress } from '#surveys/round/page-progress.ts';
import { questionnaire } from '#tests/helpers/make-round.ts';

const page = (pageId: string): ReachedStep => ({ kind: 'page', pageId });

describe('traceProgress', () => {
  it('lists begun, every page in its order, and sent, with what each step lost', () => {
    const way = traceProgress(questionnaire, [
      { step: { kind: 'sent' }, n: 60 },
      { step: { kind: 'begun' }, n: 100 },
      { step: page('visit'), n: 90 },
      { step: page('media'), n: 85 },
      { step: page('texts'), n: 70 },
      { step: page('profile'), n: 65 },
      { step: page('gone'), n: 7 },
    ]);
    expect(way.map(({ step }) => stepKey(step))).toEqual([
      'begun',
      'page:visit',
      'page:media',
      'page:texts',
      'page:profile',
      'sent',
    ]);
    expect(way.map(({ nLost }) => nLost)).toEqual([0, 10, 5, 15, 5, 5]);
    expect(way.at(-1)?.shareOfBegun).toBe(0.6);
  });

  it('takes a page that only some are asked for no loss', () => {
    const [first, second, ...others] = questionnaire.pages;
    if (!first || !second) throw new Error('the questionnaire has pages');
    const showWhen = { question: 'visited', oneOf: ['yes'] };
    const way = traceProgress({ pages: [first, { ...second, showWhen }, ...others] }, [
      { step: { kind: 'begun' }, n: 10 },
      { step: page('visit'), n: 10 },
      { step: page('media'), n: 2 },
      { step: page('texts'), n: 9 },
    ]);
    expect(way.slice(0, 4).map(({ nLost }) => nLost)).toEqual([0, 0, 0, 1]);
  });

  it('has no shares before anybody began', () => {
    expect(traceProgress(questionnaire, []).every(({ shareOfBegun }) => shareOfBegun === null)).toBe(true);
  });

  it('reads back every key it writes, and refuses others', () => {
    for (const step of [{ kind: 'begun' }, { kind: 'sent' }, page('a')] as const) {
      expect(parseStep(stepKey(step))).toEqual(step);
    }
    expect(() => parseStep('end')).toThrow('not a step');
  });
});
