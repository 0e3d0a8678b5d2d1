import fc from 'fast-check';
import type { Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { listAnswerCodes } from '#surveys/questionnaire/kinds/index.ts';
import { type Answers, type AnswerValue, channels, type SurveyResponse } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';

/** Any valid answers to a questionnaire, pruned; required questions that are asked have one, others may not. */
export function arbitraryAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  return arbitraryUnprunedAnswers(questionnaire).map((answers) => pruneAnswers(questionnaire, answers));
}

/** Valid answers that also hold answers on branches not taken, as a form in one page may send. */
export function arbitraryUnprunedAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  const entries = questions.map((question) => {
    const answer = arbitraryAnswer(question).map((value) => [question.id, value] as const);
    return question.required ? answer : fc.option(answer);
  });
  return fc
    .tuple(...entries)
    .map((drawn) =>
      Object.fromEntries(drawn.filter((entry): entry is [string, AnswerValue] => entry !== null)),
    );
}

/** Any response to a questionnaire, in one of two strata, with the profile that its answers give. */
export function arbitraryResponse(questionnaire: Questionnaire): fc.Arbitrary<SurveyResponse> {
  return fc
    .record({
      stratum: fc.constantFrom('north', 'south'),
      channel: fc.constantFrom(...channels),
      answers: arbitraryAnswers(questionnaire),
    })
    .map((drawn) => ({ ...drawn, profile: profileOf(questionnaire, drawn.answers) }));
}

function arbitraryAnswer(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return fc.constantFrom(...listAnswerCodes(question));
    case 'multiple': {
      const { options, maxChoices = options.length } = question;
      const alone = options.filter((option) => option.exclusive || option.refused).map(({ code }) => code);
      const free = options.map(({ code }) => code).filter((code) => !alone.includes(code));
      const several = fc.subarray(free, { minLength: 1, maxLength: Math.min(maxChoices, free.length) });
      return fc.oneof(several, ...alone.map((code) => fc.constant([code])));
    }
    case 'number':
      return fc.integer({ min: question.min, max: question.max }).map(String);
    case 'date':
      return fc
        .date({ min: new Date('1900-01-01'), max: new Date('2026-11-28'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'short_text':
      return fc.constantFrom('此花区', '高見の見る花火', 'a=1|b=2');
    case 'long_text':
      return fc.constantFrom('此花区', '一行目\n二行目', '𠮷野屋の前の道');
  }
}
