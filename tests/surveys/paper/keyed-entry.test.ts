import { describe, expect, it } from 'vitest';
import { checkKeyed, listAsked } from '#surveys/paper/check-keyed.ts';
import { compareEntries, countKeyed, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const entry = (answers: KeyedEntry['answers'], rest: Partial<KeyedEntry> = {}): KeyedEntry => ({
  answers,
  stratum: 'all',
  codeHash: null,
  ...rest,
});

const questions = sampleQuestionnaire.pages.flatMap((page) => page.questions);

describe('two entries of one form', () => {
  it('agree when every answer, the code and the stratum are the same', () => {
    const answers = { visited: 'visited', reasons: ['slow', 'far'] };
    expect(compareEntries(questions, entry(answers), entry({ ...answers }))).toEqual([]);
  });

  it('differ in a blank, a choice, the code and the stratum', () => {
    const left = entry({ visited: 'visited', reasons: ['slow'] }, { codeHash: 'a' });
    const right = entry({ reasons: ['slow', 'far'] }, { stratum: 'unknown' });
    expect(compareEntries(questions, left, right)).toEqual([
      { kind: 'code' },
      { kind: 'stratum' },
      { kind: 'question', questionId: 'visited' },
      { kind: 'question', questionId: 'reasons' },
    ]);
  });

  it('agree in a comment with other line ends and commas, and differ in another word or in none', () => {
    const compare = (left: string | undefined, right: string) =>
      compareEntries(
        questions,
        entry(left === undefined ? {} : { comment: left }),
        entry({ comment: right }),
      );
    expect(compare('窓口が遠い。\n近くに、ほしい', '窓口が遠い 近くにほしい！')).toEqual([]);
    expect(compare('窓口が遠い', '窓口が遅い')).toEqual([{ kind: 'question', questionId: 'comment' }]);
    expect(compare(undefined, '窓口が遠い')).toHaveLength(1);
  });
});

describe('keying errors', () => {
  it('are counted over what the settled form asks, without free text', () => {
    const settled = { visited: 'not-visited', sex: 'f', comment: '近くにほしい' };
    const keyed = [
      { visited: 'visited', service: 'bad', sex: 'f', comment: '遠い' },
      { visited: 'not-visited', sex: 'm' },
    ];
    expect(countKeyed(sampleQuestionnaire, settled, keyed)).toEqual([
      { questionId: 'visited', nKeyed: 2, nWrong: 1 },
      { questionId: 'speed', nKeyed: 2, nWrong: 0 },
      { questionId: 'manner', nKeyed: 2, nWrong: 0 },
      { questionId: 'sex', nKeyed: 2, nWrong: 1 },
    ]);
  });
});

describe('a keyed form', () => {
  it('takes a blank required question as 無回答', () => {
    expect(checkKeyed(sampleQuestionnaire, {}, someDay)).toEqual({ ok: true, answers: {} });
  });

  it('drops what was keyed under a branch not taken, wrong as it may be', () => {
    expect(checkKeyed(sampleQuestionnaire, { visited: '2', service: '9' }, someDay)).toEqual({
      ok: true,
      answers: { visited: 'not-visited' },
    });
  });

  it('names the questions that cannot be read', () => {
    expect(checkKeyed(sampleQuestionnaire, { visited: '1', service: '9', speed: '8' }, someDay)).toEqual({
      ok: false,
      errors: [
        { questionId: 'service', error: { code: 'unknown_option' } },
        { questionId: 'speed', error: { code: 'unknown_option' } },
      ],
    });
  });

  it('refuses two circles where one is asked for', () => {
    expect(checkKeyed(sampleQuestionnaire, { visited: '12' }, someDay)).toEqual({
      ok: false,
      errors: [{ questionId: 'visited', error: { code: 'more_than_one' } }],
    });
  });

  it('tells which questions are asked so far', () => {
    expect(listAsked(sampleQuestionnaire, { visited: '1' }).has('service')).toBe(true);
    expect(listAsked(sampleQuestionnaire, { visited: '2' }).has('service')).toBe(false);
  });
});
