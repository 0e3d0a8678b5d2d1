import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { validateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import { visiblePages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { answerTo } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { type Filling, findRefused, takePage } from '#surveys/response/take-page.ts';
import type { AnswerForm } from '#surveys/response/validate-answers.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { arbitraryUnprunedAnswers } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const everything = {
  visited: 'visited',
  service: 'bad',
  reasons: ['slow'],
  minutes: '20',
  speed: '2',
  nickname: 'はな',
  comment: '前の意見',
  sex: 'f',
};

function take(pageId: string, form: AnswerForm, before: Filling = { answers: everything, refused: {} }) {
  const page = visiblePages(sampleQuestionnaire, before.answers).find(({ id }) => id === pageId);
  if (!page) throw new Error(`page ${pageId} is not shown`);
  return takePage(sampleQuestionnaire, { page, before, form, answeredOn: someDay });
}

describe('takePage', () => {
  it.each([
    ['an option that is none of the question', 'visit', 'visited', ['tampered']],
    ['two options of a single choice', 'counter', 'service', ['good', 'bad']],
    ['too many choices', 'counter', 'reasons', ['slow', 'rude', 'far']],
    ['an option that stands alone, with another', 'counter', 'reasons', ['slow', 'none']],
    ['a number beyond the range', 'follow-up', 'minutes', ['601']],
    ['a word for a number', 'follow-up', 'minutes', ['soon']],
    ['a score beyond the scale', 'ratings', 'speed', ['6']],
    ['a line that is too long', 'ratings', 'nickname', ['あ'.repeat(11)]],
    ['a text that is too long', 'ratings', 'comment', ['あ'.repeat(101)]],
    ['a control character', 'ratings', 'comment', ['a\u0000b']],
  ])('leaves the answer before %s, and keeps what was typed', (_, pageId, questionId, typed) => {
    const unchanged = Object.fromEntries(
      Object.entries(everything).map(([id, answer]) => [id, typeof answer === 'string' ? [answer] : answer]),
    );
    const taken = take(pageId, { ...unchanged, [questionId]: typed });
    expect(taken.answers).toEqual(everything);
    expect(taken.refused).toEqual({ [questionId]: typed });
    expect(taken.errors).toMatchObject([{ questionId }]);
  });

  it('leaves a required answer standing whose field came back blank, and keeps no blank as typed', () => {
    const taken = take('visit', { visited: [''] });
    expect(taken).toMatchObject({ answers: everything, refused: {} });
    expect(taken.errors).toEqual([{ questionId: 'visited', error: { code: 'required' } }]);
  });

  it('takes an answer away whose field may be blank and is', () => {
    const taken = take('ratings', { speed: ['3'], comment: [' '] });
    expect(taken.answers).toMatchObject({ speed: '3', visited: 'visited' });
    expect(taken.answers).not.toHaveProperty('comment');
    expect(taken.answers).not.toHaveProperty('sex');
  });

  it('takes the valid fields beside a refused one', () => {
    const taken = take('ratings', { speed: ['4'], nickname: ['much too long a name'], comment: ['新しい'] });
    expect(taken.answers).toMatchObject({ speed: '4', nickname: 'はな', comment: '新しい' });
  });

  it('says nothing of a refused field that the page itself has just closed', () => {
    const taken = take('counter', { service: ['good'], reasons: ['slow', 'rude', 'far'] });
    expect(taken).toMatchObject({ errors: [], refused: {} });
    expect(taken.answers).not.toHaveProperty('reasons');
    expect(taken.answers).not.toHaveProperty('minutes');
  });

  it('forgets what was typed once its page is sent rightly, or its branch is left', () => {
    const refused = { minutes: ['soon'], comment: ['あ'.repeat(101)] };
    const before = { answers: everything, refused };
    expect(take('follow-up', { minutes: ['5'] }, before).refused).toEqual({ comment: refused.comment });
    expect(take('visit', { visited: ['not-visited'] }, before).refused).toEqual({ comment: refused.comment });
    expect(take('counter', { service: ['bad'], reasons: ['slow'] }, before).refused).toEqual(refused);
  });

  it('is not misled by questions named as what every object has', () => {
    const text = { kind: 'short_text', required: false, maxLength: 2, text: { ja: '問' } } as const;
    const page = { id: 'p', title: { ja: '頁' }, questions: [{ ...text, id: 'constructor' }] };
    const before: Filling = { answers: {}, refused: {} };
    expect(takePage({ pages: [page] }, { page, before, form: {}, answeredOn: someDay })).toEqual({
      ...before,
      errors: [],
    });
    expect(findRefused([page], {}, someDay)).toEqual([]);
  });

  it('never loses an answer to a refused field, and takes the same form twice as once', () => {
    fc.assert(
      fc.property(arbitraryPost, ({ questionnaire, before, page, form }) => {
        const taken = takePage(questionnaire, { page, before, form, answeredOn: someDay });
        const asked = visibleQuestionIds(questionnaire, taken.answers);
        for (const question of page.questions.filter(({ id }) => asked.has(id))) {
          const check = validateAnswer(question, form[question.id] ?? [], someDay);
          const expected = check.ok ? check.answer : answerTo(before.answers, question.id);
          expect(answerTo(taken.answers, question.id)).toEqual(expected);
        }
        expect(pruneAnswers(questionnaire, taken.answers)).toEqual(taken.answers);
        expect(takePage(questionnaire, { page, before: taken, form, answeredOn: someDay })).toEqual(taken);
      }),
    );
  });
});

describe('findRefused', () => {
  it('tells again what is wrong, in the order of the questions, of the pages that are shown', () => {
    const pages = visiblePages(sampleQuestionnaire, { visited: 'not-visited' });
    const refused = { comment: ['あ'.repeat(101)], nickname: ['a\u0000'], minutes: ['soon'] };
    expect(findRefused(pages, refused, someDay)).toEqual([
      { questionId: 'nickname', error: { code: 'not_text' } },
      { questionId: 'comment', error: { code: 'too_long', max: 100, length: 101 } },
    ]);
  });
});

/** Fields as a form, or somebody who tampers with it, may send them. */
function arbitraryField({ kind }: Question): fc.Arbitrary<string[]> {
  const some = kind === 'multiple' ? ['a0', 'a1', 'a2'] : ['a0', '1', '7', 'text'];
  return fc.array(fc.constantFrom('', 'tampered', 'a\u0000', '-99', 'あ'.repeat(401), ...some), {
    maxLength: 3,
  });
}

const arbitraryPost = arbitraryQuestionnaire()
  .chain((questionnaire) =>
    fc.record({
      questionnaire: fc.constant(questionnaire),
      answers: arbitraryUnprunedAnswers(questionnaire),
      turn: fc.nat(),
    }),
  )
  .chain(({ questionnaire, answers, turn }) => {
    const before: Filling = { answers: pruneAnswers(questionnaire, answers), refused: {} };
    const shown = visiblePages(questionnaire, before.answers);
    const page = shown[turn % Math.max(shown.length, 1)] ?? { id: 'none', title: { ja: '' }, questions: [] };
    const fields = Object.fromEntries(
      page.questions.map((question) => [question.id, arbitraryField(question)]),
    );
    return fc.record({
      questionnaire: fc.constant(questionnaire),
      before: fc.constant(before),
      page: fc.constant(page),
      form: fc.record(fields),
    });
  });
