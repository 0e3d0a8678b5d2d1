import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { validateText } from '#surveys/questionnaire/questions/free-text.ts';
import { type QuestionRules, tabulateOne } from '#surveys/questionnaire/questions/question-rules.ts';

/** One line of free text; counted only as `answered`, its words never reach the tally. */
export const shortTextRules: QuestionRules<QuestionOfKind<'short_text'>> = {
  validate: (question, raw) => validateText({ ...question, hasLines: false }, raw),
  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked, () => 'answered'),
  listAnswerCodes: () => [],
};
