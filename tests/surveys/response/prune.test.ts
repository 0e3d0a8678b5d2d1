import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { arbitraryUnprunedAnswers } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
  fc.record({ questionnaire: fc.constant(questionnaire), answers: arbitraryUnprunedAnswers(questionnaire) }),
);

describe('pruneAnswers', () => {
  it('drops a whole chain of answers when its first filter closes', () => {
    const answers = { visited: 'not-visited', service: 'bad', reasons: ['slow'], minutes: '5', sex: 'f' };
    expect(pruneAnswers(sampleQuestionnaire, answers)).toEqual({ visited: 'not-visited', sex: 'f' });
  });

  it('drops answers to questions the questionnaire does not have', () => {
    expect(pruneAnswers(sampleQuestionnaire, { constructor: 'a', other: 'b' })).toEqual({});
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(drawn, ({ questionnaire, answers }) => {
        const once = pruneAnswers(questionnaire, answers);
        expect(pruneAnswers(questionnaire, once)).toEqual(once);
      }),
    );
  });

  it('changes nothing about what is shown', () => {
    fc.assert(
      fc.property(drawn, ({ questionnaire, answers }) => {
        const pruned = pruneAnswers(questionnaire, answers);
        expect(visibleQuestionIds(questionnaire, pruned)).toEqual(visibleQuestionIds(questionnaire, answers));
      }),
    );
  });
});
