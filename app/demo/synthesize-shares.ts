import type { SeededRandom } from '#app/demo/random.ts';
import type { ShareCount } from '#app/demo/share-count.ts';
import { shuffle } from '#db/randomness.ts';
import type { Measurement, Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';
import type { Answers, AnswerValue, Channel } from '#surveys/response/answers.ts';

/** A synthetic respondent while the answers are being made up. */
export interface DemoRespondent {
  readonly channel: Channel;
  readonly answers: Record<string, AnswerValue>;
}

export interface DemoResponse {
  readonly channel: Channel;
  readonly answers: Answers;
}

interface ShareInput {
  readonly questionnaire: Questionnaire;
  readonly respondents: readonly DemoRespondent[];
  /** The percentage that the figure has to show, by indicator. */
  readonly wanted: ReadonlyMap<string, string>;
  /** Positives and base that show a percentage in at most so many responses. */
  readonly countOf: (percent: string, maximum: number) => ShareCount;
  readonly random: SeededRandom;
}

/** Part of the respondents who pass a filter question, where there is one. */
const passRate: Readonly<Record<string, number>> = { 'q1-2-i-aware': 0.21, 'q2-2-consulted': 0.14 };
const usualPassRate = 0.62;

/**
 * Answers every question that measures a share so that the figure shows exactly what is wanted; filter
 * questions are answered first, and those who leave a question blank answered on paper.
 */
export function answerShareQuestions(input: ShareInput): void {
  for (const measurement of input.questionnaire.measurements) {
    if (measurement.kind === 'share') answerShareQuestion(measurement, input);
  }
}

function answerShareQuestion(measurement: Extract<Measurement, { kind: 'share' }>, input: ShareInput): void {
  const { questionnaire, respondents, wanted, countOf, random } = input;
  const page = questionnaire.pages.find(({ questions }) =>
    questions.some((q) => q.id === measurement.question),
  );
  const question = page?.questions.find(({ id }) => id === measurement.question);
  const percent = wanted.get(measurement.indicator);
  if (!page || question?.kind !== 'single' || percent === undefined) return;
  const filter = readFilter(question.showWhen ?? page.showWhen);
  const rate = filter ? (passRate[filter.question] ?? usualPassRate) : 0.985;
  const { x, n } = countOf(percent, Math.ceil(respondents.length * rate));
  const base = filter
    ? shuffle(respondents, random).slice(0, n)
    : [...respondents]
        .sort((a, b) => Number(a.channel === 'paper') - Number(b.channel === 'paper'))
        .slice(0, n);
  if (filter) passFilter(filter, questionnaire, respondents, new Set(base));
  const negative = question.options
    .filter(({ code, refused }) => !refused && !measurement.positive.includes(code))
    .map(({ code }) => code);
  inclined(base, random).forEach((respondent, index) => {
    const codes = index < x ? measurement.positive : negative;
    respondent.answers[question.id] = codes[random.integerBelow(codes.length)] as string;
  });
}

/** Those more likely to agree first: the old a little more than the young, as in the ward's own surveys. */
function inclined(base: readonly DemoRespondent[], random: SeededRandom): DemoRespondent[] {
  const score = (respondent: DemoRespondent) => {
    const age = Number.parseInt(String(respondent.answers.age ?? '50'), 10);
    return random.uniform() * 100 - (Number.isNaN(age) ? 50 : age) * 0.5;
  };
  return base
    .map((respondent) => ({ respondent, score: score(respondent) }))
    .sort((a, b) => a.score - b.score)
    .map(({ respondent }) => respondent);
}

type Filter = Extract<Condition, { oneOf: readonly string[] }>;

const readFilter = (condition: Condition | undefined): Filter | undefined =>
  condition && 'oneOf' in condition ? condition : undefined;

function passFilter(
  filter: Filter,
  questionnaire: Questionnaire,
  respondents: readonly DemoRespondent[],
  passing: ReadonlySet<DemoRespondent>,
): void {
  const questions: readonly Question[] = questionnaire.pages.flatMap((page) => page.questions);
  const question = questions.find(({ id }) => id === filter.question);
  if (question?.kind !== 'single') return;
  const [pass] = filter.oneOf;
  const [fail] = question.options.map(({ code }) => code).filter((code) => !filter.oneOf.includes(code));
  for (const respondent of respondents) {
    const code = passing.has(respondent) ? pass : fail;
    if (code !== undefined) respondent.answers[filter.question] = code;
  }
}
