import { expect, it } from 'vitest';
import { moveOn } from '#app/features/kiosk/kiosk-form.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Filling } from '#surveys/response/take-page.ts';
import type { AnswerForm } from '#surveys/response/validate-answers.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const { pages } = sampleQuestionnaire;

function move(before: Filling, pageId: string, fields: AnswerForm, isBack = false) {
  const page = visiblePages({ pages }, before.answers).find(({ id }) => id === pageId);
  if (!page) throw new Error(`page ${pageId} is not shown`);
  return moveOn({ pages, page, before, fields, isBack, answeredOn: someDay });
}

const answered: Filling = {
  answers: { visited: 'visited', service: 'bad', reasons: ['slow'], comment: '前の意見' },
  refused: {},
};

it('leads on, to the questions that the page has opened, and to the end', () => {
  const blank: Filling = { answers: {}, refused: {} };
  expect(move(blank, 'visit', { visited: ['visited'] })).toEqual({
    kind: 'page',
    pageId: 'counter',
    filling: { answers: { visited: 'visited' }, refused: {} },
  });
  const visited: Filling = { answers: { visited: 'visited' }, refused: {} };
  expect(move(visited, 'counter', { service: ['bad'] })).toMatchObject({ kind: 'page', pageId: 'counter' });
  expect(move(visited, 'ratings', { sex: ['f'] })).toEqual({
    kind: 'finished',
    answers: { visited: 'visited', sex: 'f' },
  });
});

it('asks for what is missing on the way on, and for nothing on the way back', () => {
  const visited: Filling = { answers: { visited: 'visited' }, refused: {} };
  expect(move(visited, 'counter', {})).toEqual({
    kind: 'refused',
    errors: [{ questionId: 'service', error: { code: 'required' } }],
  });
  expect(move(visited, 'counter', {}, true)).toEqual({ kind: 'page', pageId: 'visit', filling: visited });
});

it('leaves the answer given before on the way back from a field that is refused, and brings both along', () => {
  const comment = ['あ'.repeat(101)];
  const back = move(answered, 'ratings', { comment, nickname: ['はな'] }, true);
  expect(back).toEqual({
    kind: 'page',
    pageId: 'follow-up',
    filling: { answers: { ...answered.answers, nickname: 'はな' }, refused: { comment } },
  });
  const broken = move(answered, 'counter', { service: ['tampered'], reasons: ['slow'] }, true);
  expect(broken).toMatchObject({ pageId: 'visit', filling: { answers: answered.answers } });
});

it('does not end with what was refused on a page that is asked', () => {
  const before: Filling = { ...answered, refused: { comment: ['あ'.repeat(101)] } };
  expect(move(before, 'ratings', { comment: ['あ'.repeat(101)] }).kind).toBe('refused');
  expect(move(before, 'ratings', { comment: ['短い'] })).toMatchObject({
    kind: 'finished',
    answers: { comment: '短い' },
  });
});
