import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { validateText } from '#surveys/questionnaire/kinds/free-text.ts';
import {
  oneText,
  openQuestion,
  type QuestionRules,
  tabulateOne,
} from '#surveys/questionnaire/kinds/question-rules.ts';

/** One line of free text; counted only as `answered`, its words never reach the tally. */
export const shortTextRules: QuestionRules<QuestionOfKind<'short_text'>> = {
  ...openQuestion,
  isFreeText: true,
  takesDates: false,
  measurable: [],
  check: () => [],
  listTexts: () => [],
  validate: (question, raw) => validateText({ ...question, hasLines: false }, raw),
  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked, () => 'answered'),
  format: (_question, answer) => oneText(answer),
  listKeyingHints: () => [],
  comparable: () => [],
};
