import type { Pages } from '#surveys/questionnaire/visibility.ts';

/** The running number of every question by its id, from 1: the same for everyone, however many they are asked. */
export function numberQuestions({ pages }: Pages): Readonly<Record<string, number>> {
  const questions = pages.flatMap((page) => page.questions);
  return Object.fromEntries(questions.map(({ id }, index) => [id, index + 1]));
}
