import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { profileOfQuestion } from '#surveys/questionnaire/kinds/index.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

/** The questionnaire's Japanese words for the categories of its profile, by dimension and code. */
export type CategoryLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function listCategoryLabels(questionnaire: Questionnaire): CategoryLabels {
  const labels: Record<string, Record<string, string>> = {};
  for (const question of questionnaire.pages.flatMap((page) => page.questions)) {
    const profile = profileOfQuestion(question);
    if (!profile) continue;
    labels[profile.dimension] = Object.fromEntries(
      profile.options.map(({ code, label }) => [code, label.ja]),
    );
  }
  return labels;
}

/** A category in words; strata, and what the questionnaire does not know, are called by their own name. */
export const labelIn =
  (labels: CategoryLabels) =>
  (dimension: string, code: string): string =>
    labels[dimension]?.[code] ?? (code === wholeStratum && dimension === 'stratum' ? '全体' : code);
