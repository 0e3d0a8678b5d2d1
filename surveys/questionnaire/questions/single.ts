import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { blank, invalid, valid } from '#surveys/questionnaire/questions/answer-error.ts';
import { type QuestionRules, tabulateOne } from '#surveys/questionnaire/questions/question-rules.ts';

/** One option of several; 「答えたくない」 is an option with its own code that counts as `refused`. */
export const singleRules: QuestionRules<QuestionOfKind<'single'>> = {
  validate(question, raw) {
    const [code, ...others] = raw.filter((value) => value !== '');
    if (code === undefined) return blank(question);
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    const isKnown = question.options.some((option) => option.code === code);
    return isKnown ? valid(code) : invalid({ code: 'unknown_option' });
  },

  tabulate(question, answer, isAsked) {
    const refusal = question.options.find((option) => option.refused)?.code;
    return tabulateOne(answer, isAsked, (code) => (code === refusal ? 'refused' : code));
  },

  listAnswerCodes: (question) => question.options.map(({ code }) => code),
};
