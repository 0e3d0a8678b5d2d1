import { describe, expect, it } from 'vitest';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { accessOfMode, audienceOfMode, designOfMode, listModes, modes } from '#surveys/round/setup.ts';

const nobodyKnows = { populationSize: null, nIssued: null };

describe('how people are reached', () => {
  it.each([
    ['letter', 'residents', 'code', 'probability'],
    ['link', 'residents', 'open', 'self-selected'],
    ['kiosk', 'visitors', 'open', 'self-selected'],
    ['event', 'event-participants', 'open', 'self-selected'],
    ['panel', 'residents', 'code', 'panel'],
    ['organisations', 'organisations', 'code', 'census'],
    ['shoppers', 'mystery-shoppers', 'code', 'panel'],
    ['records', 'ward-records', 'open', 'census'],
  ] as const)('%s asks %s with access %s and design %s', (mode, audience, access, design) => {
    expect([audienceOfMode(mode), accessOfMode(mode), designOfMode(mode, nobodyKnows)]).toEqual([
      audience,
      access,
      design,
    ]);
  });

  it('makes a census of letters to the whole population', () => {
    expect(designOfMode('letter', { populationSize: 300, nIssued: 300 })).toBe('census');
    expect(designOfMode('letter', { populationSize: 300, nIssued: 299 })).toBe('probability');
  });

  it('offers every way to some audience', () => {
    expect(new Set(audiences.flatMap(listModes))).toEqual(new Set(modes));
  });
});
