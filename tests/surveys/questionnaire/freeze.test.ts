import { describe, expect, it } from 'vitest';
import { freezeQuestionnaire } from '#surveys/questionnaire/freeze.ts';
import { hashQuestionnaire } from '#surveys/questionnaire/hash.ts';
import { QuestionnaireError } from '#surveys/questionnaire/problem.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

describe('freezeQuestionnaire', () => {
  it('gives the questionnaire with its content hash', () => {
    const frozen = freezeQuestionnaire(sampleQuestionnaire);
    expect(frozen).toEqual({
      questionnaire: sampleQuestionnaire,
      hash: hashQuestionnaire(sampleQuestionnaire),
    });
  });

  it('refuses a questionnaire that makes no sense, naming every problem', () => {
    const backwards = { ...sampleQuestionnaire, pages: sampleQuestionnaire.pages.toReversed() };
    expect(() => freezeQuestionnaire(backwards)).toThrow(QuestionnaireError);
    expect(() => freezeQuestionnaire(backwards)).toThrow(/pages\[1\].*\n.*pages\[2\]/s);
  });

  it('refuses what the schema does not know', () => {
    const extended = { ...sampleQuestionnaire, colour: 'red' };
    expect(() => freezeQuestionnaire(extended)).toThrow('colour');
  });
});
