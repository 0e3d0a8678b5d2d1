import type { AnswersOfQuestion } from '#app/features/indicator-detail/indicator-detail.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { estimateDistribution } from '#surveys/aggregation/estimate/estimate-distribution.ts';
import { questionMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { formatPercent } from '#surveys/evaluation/display.ts';
import type {
  Measurement,
  MissingValue,
  Question,
  Questionnaire,
} from '#surveys/questionnaire/definition.ts';
import { listAnswerCodes } from '#surveys/questionnaire/questions/question-kind.ts';

const missingNames: Readonly<Record<MissingValue, string>> = {
  not_asked: '質問の対象外',
  no_answer: '無回答',
  refused: '答えたくない',
};

/** How the questions behind an indicator were answered. */
export function describeAnswers(
  questionnaire: Questionnaire,
  measurement: Measurement,
  counts: readonly TallyCount[],
): AnswersOfQuestion[] {
  const ids = measurement.kind === 'mean' ? measurement.items : [measurement.question];
  const positive = measurement.kind === 'share' ? measurement.positive : [];
  return questionnaire.pages
    .flatMap((page) => page.questions)
    .filter(({ id }) => ids.includes(id))
    .map((question) => describeQuestion(question, positive, counts));
}

function describeQuestion(
  question: Question,
  positive: readonly string[],
  counts: readonly TallyCount[],
): AnswersOfQuestion {
  const { base, answers, missing } = estimateDistribution({
    counts,
    measure: questionMeasure(question.id),
    values: listAnswerCodes(question),
    round: null,
  });
  const labelOf = labels(question);
  return {
    question: question.text.ja,
    base,
    answers: answers.map(({ value, n, share }) => ({
      label: labelOf(value),
      n,
      share: share ?? 0,
      display: base === 0 ? '—' : `${formatPercent(n, base)}%`,
      isPositive: positive.includes(value),
    })),
    missing: missing
      .filter(({ n }) => n > 0)
      .map(({ value, n }) => `${missingNames[value]} ${n}`)
      .join('・'),
  };
}

function labels(question: Question): (value: string) => string {
  if (question.kind !== 'single' && question.kind !== 'multiple') {
    return (value) => (value === 'not_applicable' ? formWords.notApplicable : value);
  }
  const byCode = new Map(question.options.map(({ code, label }) => [code, label.ja]));
  return (value) => byCode.get(value) ?? value;
}
