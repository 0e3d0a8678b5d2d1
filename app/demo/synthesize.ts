import type { SeededRandom } from '#app/demo/random.ts';
import type { ShareCount } from '#app/demo/share-count.ts';
import { answerShareQuestions, type DemoRespondent, type DemoResponse } from '#app/demo/synthesize-shares.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';

interface SynthesisInput {
  readonly questionnaire: Questionnaire;
  readonly nResponses: number;
  /** What each figure has to show: a percentage for a share, a score for a mean. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly countOf: (percent: string, maximum: number) => ShareCount;
  readonly random: SeededRandom;
}

/** Part of the responses that came on paper. */
const paperRate = 0.45;

/** How often each age answers: the old more than the young. */
const ageWeights: Readonly<Record<string, number>> = {
  '18-19': 1,
  '20-29': 5,
  '30-39': 9,
  '40-49': 13,
  '50-59': 16,
  '60-69': 20,
  '70-79': 23,
  '80-over': 12,
  'prefer-not': 1,
};

/** Answers to the other profile questions that few give. */
const rareWeights: Readonly<Record<string, number>> = { other: 1, 'dont-know': 8 };

const texts = [
  '公園のベンチを増やしてほしいです。',
  '窓口の案内がわかりやすくなりました。',
  '子育て世帯が集まれる場所がもっとあるとうれしいです。',
  '広報紙を毎月楽しみにしています。',
];

/** Synthetic responses whose figures, counted by the ordinary code, show what is wanted. Not real answers. */
export function synthesizeResponses(input: SynthesisInput): DemoResponse[] {
  const { questionnaire, nResponses, random } = input;
  const respondents = Array.from(
    { length: nResponses },
    (): DemoRespondent => ({ channel: random.uniform() < paperRate ? 'paper' : 'web', answers: {} }),
  );
  answerProfile(questionnaire, respondents, random);
  answerShareQuestions({ ...input, respondents });
  answerItems(questionnaire, respondents, input);
  writeTexts(questionnaire, respondents, random);
  return respondents;
}

function answerProfile(
  questionnaire: Questionnaire,
  respondents: readonly DemoRespondent[],
  random: SeededRandom,
): void {
  for (const question of questionnaire.pages.flatMap((page) => page.questions)) {
    if (question.kind !== 'single' || question.profile === undefined) continue;
    const weights = question.options.map(
      ({ code, refused }) => ageWeights[code] ?? rareWeights[code] ?? (refused ? 2 : 30),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const respondent of respondents) {
      let rest = random.uniform() * total;
      const index = weights.findIndex((weight) => {
        rest -= weight;
        return rest < 0;
      });
      respondent.answers[question.id] = question.options[Math.max(index, 0)]?.code ?? '';
    }
  }
}

/** Scores of a rubric: all at the wanted mean, then moved apart pair by pair, so that the mean stays exact. */
function answerItems(
  questionnaire: Questionnaire,
  respondents: readonly DemoRespondent[],
  { wanted, random }: SynthesisInput,
): void {
  for (const measurement of questionnaire.measurements) {
    const mean = wanted.get(measurement.indicator);
    if (measurement.kind !== 'mean' || mean === undefined) continue;
    const cells = respondents.flatMap(({ answers }) => measurement.items.map((item) => ({ answers, item })));
    const scores = cells.map(() => Math.round(Number(mean)));
    for (let turn = 0; turn < cells.length * 2; turn += 1) {
      const [up, down] = [random.integerBelow(cells.length), random.integerBelow(cells.length)];
      if (up === down || (scores[up] ?? 5) >= 5 || (scores[down] ?? 1) <= 1) continue;
      scores[up] = (scores[up] ?? 0) + 1;
      scores[down] = (scores[down] ?? 0) - 1;
    }
    cells.forEach(({ answers, item }, index) => {
      answers[item] = String(scores[index]);
    });
  }
}

function writeTexts(
  questionnaire: Questionnaire,
  respondents: readonly DemoRespondent[],
  random: SeededRandom,
): void {
  const question = questionnaire.pages
    .flatMap((page) => page.questions)
    .find(({ kind }) => kind === 'long_text');
  if (!question) return;
  for (const respondent of respondents) {
    if (random.uniform() < 0.06) {
      respondent.answers[question.id] = texts[random.integerBelow(texts.length)] as string;
    }
  }
}
