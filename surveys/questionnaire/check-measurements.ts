import type { Measurement, Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { findRepeated } from '#surveys/questionnaire/find-repeated.ts';
import { listAnswerCodes, rulesOf, tabulateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import { missingValues } from '#surveys/questionnaire/missing-values.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';

type Of<K extends Measurement['kind']> = Extract<Measurement, { kind: K }>;
type Questions = ReadonlyMap<string, Question>;

/** What is wrong with the measurements: each indicator once, on questions that can carry it, with known codes. */
export function checkMeasurements({ pages, measurements }: Questionnaire): readonly QuestionnaireProblem[] {
  const questions = new Map(
    pages.flatMap((page) => page.questions).map((question) => [question.id, question]),
  );
  const placed = measurements.map((measurement, i) => ({ measurement, path: `measurements[${i}]` }));
  return [
    ...findRepeated(
      placed.map(({ measurement, path }) => ({ path: `${path}.indicator`, value: measurement.indicator })),
      'indicator',
    ),
    ...placed.flatMap(({ measurement, path }) => [
      ...findRepeated(
        measurement.baseRules.map(({ id }, i) => ({ path: `${path}.baseRules[${i}].id`, value: id })),
        'base rule',
      ),
      ...checkMeasurement(measurement, path, questions),
    ]),
  ];
}

function checkMeasurement(measurement: Measurement, path: string, questions: Questions) {
  switch (measurement.kind) {
    case 'share':
      return checkShare(measurement, path, questions);
    case 'mean':
      return checkMean(measurement, path, questions);
    case 'count':
      return checkCount(measurement, path, questions);
  }
}

function checkShare(
  measurement: Of<'share'>,
  path: string,
  questions: Questions,
): readonly QuestionnaireProblem[] {
  const question = questions.get(measurement.question);
  if (!carries(question, 'share')) {
    return [
      { path: `${path}.question`, reason: `${measurement.question} is not a single choice or a scale` },
    ];
  }
  const codes = listCountedCodes(question);
  const positive = measurement.positive.flatMap((code, i) =>
    codes.includes(code)
      ? []
      : [{ path: `${path}.positive[${i}]`, reason: `${question.id} counts no answer ${code}` }],
  );
  const overlap = eachOutOfBase(measurement, path, (code, at) =>
    measurement.positive.includes(code)
      ? [{ path: at, reason: `${code} is positive and out of the base` }]
      : [],
  );
  return [...positive, ...checkOutOfBase(measurement, path, codes), ...overlap];
}

function checkMean(
  measurement: Of<'mean'>,
  path: string,
  questions: Questions,
): readonly QuestionnaireProblem[] {
  const items = measurement.items.map((id) => questions.get(id));
  const unfit = measurement.items.flatMap((id, i) =>
    carries(items[i], 'mean') ? [] : [{ path: `${path}.items[${i}]`, reason: `${id} is not a scale` }],
  );
  const repeated = findRepeated(
    measurement.items.map((value, i) => ({ path: `${path}.items[${i}]`, value })),
    'item',
  );
  if (unfit.length > 0) return [...unfit, ...repeated];
  const codes = [...new Set(items.flatMap((item) => (item ? listCountedCodes(item) : [])))];
  const scoreless = codes.filter((code) => !Number.isFinite(Number(code)));
  return [
    ...repeated,
    ...checkOutOfBase(measurement, path, codes),
    ...requireOutOfBase(measurement, path, ['not_asked', 'no_answer', ...scoreless]),
  ];
}

function checkCount(
  measurement: Of<'count'>,
  path: string,
  questions: Questions,
): readonly QuestionnaireProblem[] {
  if (!carries(questions.get(measurement.question), 'count')) {
    return [{ path: `${path}.question`, reason: `${measurement.question} is not a number question` }];
  }
  return [
    ...checkOutOfBase(measurement, path, []),
    ...requireOutOfBase(measurement, path, ['not_asked', 'no_answer']),
  ];
}

/** Whether there is a question, of a kind that a measurement can be made with. */
const carries = (question: Question | undefined, kind: Measurement['kind']): question is Question =>
  question !== undefined && rulesOf(question).measurable.includes(kind);

/** The answers that count under their own codes; 「答えたくない」 counts as `refused`. */
const listCountedCodes = (question: Question): readonly string[] =>
  listAnswerCodes(question).filter((code) => tabulateAnswer(question, code, true).value === code);

function checkOutOfBase(measurement: Measurement, path: string, codes: readonly string[]) {
  const known: readonly string[] = [...codes, ...missingValues];
  return eachOutOfBase(measurement, path, (code, at) =>
    known.includes(code) ? [] : [{ path: at, reason: `${code} is neither an answer nor a missing value` }],
  );
}

/** A value without a score must not get into a mean or a sum. */
function requireOutOfBase(measurement: Measurement, path: string, scoreless: readonly string[]) {
  return measurement.baseRules.flatMap((rule, i) =>
    scoreless
      .filter((value) => !rule.outOfBase.includes(value))
      .map((value) => ({
        path: `${path}.baseRules[${i}].outOfBase`,
        reason: `${value} has no score: it must be listed`,
      })),
  );
}

function eachOutOfBase(
  { baseRules }: Measurement,
  path: string,
  find: (code: string, at: string) => readonly QuestionnaireProblem[],
): readonly QuestionnaireProblem[] {
  return baseRules.flatMap((rule, r) =>
    rule.outOfBase.flatMap((code, i) => find(code, `${path}.baseRules[${r}].outOfBase[${i}]`)),
  );
}
