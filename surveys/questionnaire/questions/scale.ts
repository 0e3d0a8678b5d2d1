import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { blank, invalid, valid } from '#surveys/questionnaire/questions/answer-error.ts';
import { type QuestionRules, tabulateOne } from '#surveys/questionnaire/questions/question-rules.ts';

/** The answer code of 「該当なし」 on a scale that offers it; it has no score. */
export const notApplicable = 'not_applicable';

/** A whole number from `min` to `max`, written out, or 「該当なし」 where it is offered. */
export const scaleRules: QuestionRules<QuestionOfKind<'scale'>> = {
  validate(question, raw) {
    const [code, ...others] = raw.filter((value) => value !== '');
    if (code === undefined) return blank(question);
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    return scaleRules.listAnswerCodes(question).includes(code)
      ? valid(code)
      : invalid({ code: 'unknown_option' });
  },

  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked),

  listAnswerCodes({ min, max, allowsNotApplicable }) {
    const scores = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
    return allowsNotApplicable ? [...scores, notApplicable] : scores;
  },
};
