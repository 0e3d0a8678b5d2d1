import { describe, expect, it } from 'vitest';
import { checkKeyed, listAsked } from '#surveys/paper/check-keyed.ts';
import { compareEntries, type KeyedEntry, listWrong } from '#surveys/paper/keyed-entry.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const entry = (answers: KeyedEntry['answers'], rest: Partial<KeyedEntry> = {}): KeyedEntry => ({
  answers,
  stratum: 'all',
  codeHash: null,
  ...rest,
});

describe('two entries of one form', () => {
  it('agree when every answer, the code and the stratum are the same', () => {
    const answers = { visited: 'visited', reasons: ['slow', 'far'] };
    expect(compareEntries(['visited', 'reasons'], entry(answers), entry({ ...answers }))).toEqual([]);
  });

  it('differ in a blank, a choice, the code and the stratum', () => {
    const left = entry({ visited: 'visited', reasons: ['slow'] }, { codeHash: 'a' });
    const right = entry({ reasons: ['slow', 'far'] }, { stratum: 'unknown' });
    expect(compareEntries(['visited', 'reasons'], left, right)).toEqual([
      { kind: 'code' },
      { kind: 'stratum' },
      { kind: 'question', questionId: 'visited' },
      { kind: 'question', questionId: 'reasons' },
    ]);
  });

  it('count as errors where they are not what was settled', () => {
    expect(listWrong(['visited', 'service'], { visited: 'visited' }, { visited: 'not-visited' })).toEqual([
      'visited',
    ]);
  });
});

describe('a keyed form', () => {
  it('takes a blank required question as 無回答', () => {
    expect(checkKeyed(sampleQuestionnaire, {})).toEqual({ ok: true, answers: {} });
  });

  it('drops what was keyed under a branch not taken, wrong as it may be', () => {
    expect(checkKeyed(sampleQuestionnaire, { visited: '2', service: '9' })).toEqual({
      ok: true,
      answers: { visited: 'not-visited' },
    });
  });

  it('names the questions that cannot be read', () => {
    expect(checkKeyed(sampleQuestionnaire, { visited: '1', service: '9', speed: '8' })).toEqual({
      ok: false,
      errors: [
        { questionId: 'service', error: { code: 'unknown_option' } },
        { questionId: 'speed', error: { code: 'unknown_option' } },
      ],
    });
  });

  it('tells which questions are asked so far', () => {
    expect(listAsked(sampleQuestionnaire, { visited: '1' }).has('service')).toBe(true);
    expect(listAsked(sampleQuestionnaire, { visited: '2' }).has('service')).toBe(false);
  });
});
