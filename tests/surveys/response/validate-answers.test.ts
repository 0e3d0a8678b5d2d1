import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { formOf, validateAll, validatePage } from '#surveys/response/validate-answers.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { arbitraryUnprunedAnswers } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
  fc.record({ questionnaire: fc.constant(questionnaire), answers: arbitraryUnprunedAnswers(questionnaire) }),
);

describe('validatePage', () => {
  const [, counter] = visiblePages(sampleQuestionnaire, { visited: 'visited', service: 'bad' });
  if (!counter) throw new Error('the sample has a counter page');

  it('gives the page its answers and ignores fields that are not on it', () => {
    const form = { service: ['bad'], reasons: ['rude', 'slow'], visited: ['tampered'], _key: ['x'] };
    expect(validatePage(counter, form, someDay)).toEqual({
      ok: true,
      answers: { service: 'bad', reasons: ['slow', 'rude'] },
    });
  });

  it('names every question in error and keeps what is valid', () => {
    const form = { service: ['great'], reasons: ['slow'] };
    expect(validatePage(counter, form, someDay)).toEqual({
      ok: false,
      answers: { reasons: ['slow'] },
      errors: [{ questionId: 'service', error: { code: 'unknown_option' } }],
    });
  });

  it('misses a required answer', () => {
    expect(validatePage(counter, {}, someDay)).toMatchObject({
      ok: false,
      errors: [{ questionId: 'service', error: { code: 'required' } }],
    });
  });
});

describe('validateAll', () => {
  it('says nothing about a required question that was not asked', () => {
    expect(validateAll(sampleQuestionnaire, { visited: ['not-visited'] }, someDay)).toEqual({
      ok: true,
      answers: { visited: 'not-visited' },
    });
  });

  it('drops what was sent for questions that were not asked, even where it is broken', () => {
    const form = { visited: ['not-visited'], service: ['tampered'], minutes: ['soon'], sex: ['f'] };
    expect(validateAll(sampleQuestionnaire, form, someDay)).toEqual({
      ok: true,
      answers: { visited: 'not-visited', sex: 'f' },
    });
  });

  it('reports the questions that were asked, in their order', () => {
    const form = { visited: ['visited'], service: ['x'], speed: ['6'], manner: ['5'], minutes: ['soon'] };
    expect(validateAll(sampleQuestionnaire, form, someDay)).toEqual({
      ok: false,
      answers: { visited: 'visited', manner: '5' },
      errors: [
        { questionId: 'service', error: { code: 'unknown_option' } },
        { questionId: 'speed', error: { code: 'unknown_option' } },
      ],
    });
  });

  it('finds no field where the form has only an inherited one', () => {
    expect(validateAll({ pages: [] }, { toString: ['a'] }, someDay)).toEqual({ ok: true, answers: {} });
  });

  it('takes valid answers for what they are after pruning, and again once stored', () => {
    fc.assert(
      fc.property(drawn, ({ questionnaire, answers }) => {
        const expected = { ok: true, answers: pruneAnswers(questionnaire, answers) };
        expect(validateAll(questionnaire, formOf(answers), someDay)).toEqual(expected);
        expect(validateAll(questionnaire, formOf(expected.answers), someDay)).toEqual(expected);
      }),
    );
  });

  it('lets no code through that the question does not offer', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire(), fc.string(), (questionnaire, junk) => {
        const closed = questionnaire.pages
          .flatMap(({ questions }) => questions)
          .filter(({ kind }) => kind === 'single' || kind === 'multiple' || kind === 'scale');
        const form = Object.fromEntries(closed.map(({ id }) => [id, [`${junk}!`]]));
        expect(validateAll(questionnaire, form, someDay).answers).toEqual({});
      }),
    );
  });
});
