import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import { questionnaireSchema } from '#surveys/questionnaire/definition.ts';
import { hashQuestionnaire } from '#surveys/questionnaire/hash.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

/** The same content with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('hashQuestionnaire', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire(), (questionnaire) => {
        const turned = questionnaireSchema.parse(reversed(questionnaire));
        expect(hashQuestionnaire(turned)).toBe(hashQuestionnaire(questionnaire));
      }),
    );
  });

  it('survives storage as JSON', () => {
    const stored = questionnaireSchema.parse(JSON.parse(JSON.stringify(sampleQuestionnaire)));
    expect(hashQuestionnaire(stored)).toBe(hashQuestionnaire(sampleQuestionnaire));
  });

  it('changes with a word, and with the order of questions', () => {
    const hash = hashQuestionnaire(sampleQuestionnaire);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashQuestionnaire({ ...sampleQuestionnaire, title: { ja: '別の見本' } })).not.toBe(hash);
    expect(
      hashQuestionnaire({ ...sampleQuestionnaire, pages: sampleQuestionnaire.pages.toReversed() }),
    ).not.toBe(hash);
  });
});

describe('formatCanonicalJson', () => {
  it('sorts keys at every depth and leaves out undefined', () => {
    expect(formatCanonicalJson({ b: [{ d: 1, c: null }], a: undefined, A: '此' })).toBe(
      '{"A":"此","b":[{"c":null,"d":1}]}',
    );
  });
});
