import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { validateText } from '#surveys/questionnaire/questions/free-text.ts';
import { type QuestionRules, tabulateOne } from '#surveys/questionnaire/questions/question-rules.ts';

/** Free text of several lines; counted only as `answered`, its words never reach the tally. */
export const longTextRules: QuestionRules<QuestionOfKind<'long_text'>> = {
  validate: (question, raw) => validateText({ ...question, hasLines: true }, raw),
  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked, () => 'answered'),
  listAnswerCodes: () => [],
};
