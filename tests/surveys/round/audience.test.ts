import { expect, it } from 'vitest';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { isOfferedToAll, isWardsOwn } from '#surveys/round/audience.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';

it('lets the ward itself answer its records only', () => {
  expect(audiences.filter(isWardsOwn)).toEqual(['ward-records']);
});

it('offers to all who read the front page neither what shoppers visit nor what the ward answers', () => {
  expect(audiences.filter(isOfferedToAll)).toEqual([
    'residents',
    'visitors',
    'organisations',
    'event-participants',
  ]);
});

it('names organisations and mystery shoppers one by one', () => {
  expect(audiences.filter((audience) => isAskedByName({ audience }))).toEqual([
    'organisations',
    'mystery-shoppers',
  ]);
});
