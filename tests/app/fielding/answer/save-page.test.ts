import { describe, expect, it } from 'vitest';
import { type Direction, takeIntoDraft } from '#app/fielding/answer/save-page.ts';
import type { Draft } from '#app/fielding/answer/visit.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { findVisiblePage, firstIncomplete } from '#surveys/questionnaire/page-place.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const draft = (answers: Draft['answers'] = {}): Draft => ({ submissionKey: 'k', answers });

function save(
  answers: Draft['answers'],
  pageId: string,
  fields: Record<string, string[]>,
  options: { direction?: Direction; isFromReview?: boolean; questionnaire?: Questionnaire } = {},
) {
  const questionnaire = options.questionnaire ?? sampleQuestionnaire;
  const place = findVisiblePage(questionnaire, answers, pageId);
  if (!place) throw new Error(`page ${pageId} is not shown`);
  return takeIntoDraft({
    questionnaire,
    draft: draft(answers),
    page: place.page,
    typed: fields,
    direction: options.direction ?? 'next',
    isFromReview: options.isFromReview ?? false,
    answeredOn: someDay,
  });
}

describe('takeIntoDraft', () => {
  it('goes to the page that the answer opens, and past it where it stays closed', () => {
    const opened = save({}, 'visit', { visited: ['visited'] });
    expect(opened).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'counter' } });
    const closed = save({}, 'visit', { visited: ['not-visited'] });
    expect(closed.kind === 'saved' && closed.next).not.toEqual({ kind: 'page', id: 'counter' });
  });

  it('drops the answers of a branch that is left', () => {
    const result = save({ visited: 'visited', service: 'good' }, 'visit', { visited: ['not-visited'] });
    expect(result.draft.answers).not.toHaveProperty('service');
  });

  it('stays on the page for a question that one of its own answers has opened', () => {
    const result = save({ visited: 'visited' }, 'counter', { service: ['bad'] });
    expect(result).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'counter' } });
  });

  it('keeps what was typed beside what is wrong with it, and stores what is valid', () => {
    const result = save({ visited: 'visited', service: 'bad' }, 'counter', {
      service: ['tampered'],
      reasons: ['slow'],
    });
    expect(result.kind === 'invalid' && result.filled).toMatchObject({
      values: { service: ['tampered'] },
      errors: [{ questionId: 'service', error: { code: 'unknown_option' } }],
    });
  });

  it('asks for nothing on the way back and keeps what is there', () => {
    const result = save({ visited: 'visited' }, 'counter', {}, { direction: 'back' });
    expect(result).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'visit' } });
    expect(result.draft.answers).toEqual({ visited: 'visited' });
  });

  it('stays on the page for another language without asking for anything', () => {
    const result = save({ visited: 'visited' }, 'counter', { reasons: [] }, { direction: 'stay' });
    expect(result).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'counter' } });
    expect(result.draft.answers).toEqual({ visited: 'visited' });
  });

  it('gives back on staying what was typed and could not be kept', () => {
    const fields = { nickname: ['much too long a name'], comment: ['kept'] };
    const result = save({ visited: 'not-visited' }, 'ratings', fields, { direction: 'stay' });
    expect(result.kind === 'invalid' && result.filled).toMatchObject({
      values: fields,
      errors: [{ questionId: 'nickname', error: { code: 'too_long' } }],
    });
    expect(result.draft.answers).toEqual({ visited: 'not-visited', comment: 'kept' });
  });

  it.each<Direction>(['next', 'back', 'stay'])(
    'leaves the answer saved before, and keeps what was typed, where a field is refused (%s)',
    (direction) => {
      const before = { visited: 'not-visited', nickname: 'はな', comment: '前の意見' };
      const typed = { nickname: ['はなこ'], comment: ['あ'.repeat(101)] };
      const { draft: saved } = save(before, 'ratings', typed, { direction });
      expect(saved.answers).toEqual({ ...before, nickname: 'はなこ' });
      expect(saved.refused).toEqual({ comment: typed.comment });
    },
  );

  it('keeps a branch open whose filter was sent broken', () => {
    const before = { visited: 'visited', service: 'bad', reasons: ['slow'], minutes: '20' };
    for (const visited of [['tampered'], ['visited', 'not-visited'], []]) {
      expect(save(before, 'visit', { visited }).draft.answers).toEqual(before);
      expect(save(before, 'visit', { visited }, { direction: 'back' }).draft.answers).toEqual(before);
    }
  });

  it('is not held up by a field that its own page has just closed', () => {
    const before = { visited: 'visited', service: 'bad', reasons: ['slow'] };
    const fields = { service: ['good'], reasons: ['slow', 'rude', 'far'] };
    expect(save(before, 'counter', fields)).toMatchObject({
      kind: 'saved',
      next: { kind: 'page', id: 'ratings' },
      draft: { answers: { visited: 'visited', service: 'good' } },
    });
  });

  it('returns to the review from a change, unless the change asks for more', () => {
    const complete = { visited: 'not-visited' };
    const pages = visiblePages(sampleQuestionnaire, complete);
    const missing = firstIncomplete(pages, complete);
    const result = save(complete, 'visit', { visited: ['not-visited'] }, { isFromReview: true });
    expect(result.kind === 'saved' && result.next).toEqual(
      missing ? { kind: 'page', id: missing.id } : { kind: 'review' },
    );
    const more = save(complete, 'visit', { visited: ['visited'] }, { isFromReview: true });
    expect(more).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'counter' } });
  });
});
