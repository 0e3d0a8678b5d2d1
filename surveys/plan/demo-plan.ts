import type { Plan } from './plan.ts';

/** The word that marks everything of a demonstration. */
export const demoLabel = 'デモ';

/**
 * A copy of a plan for demonstrations, with id `<id>-demo`, marked デモ in label and title, and without its
 * published results: in a demonstration all figures come from demo rounds, none from the ward's record.
 */
export function demoPlan(plan: Plan): Plan {
  return {
    ...plan,
    id: `${plan.id}-demo`,
    title: `【${demoLabel}】${plan.title}`,
    label: demoLabel,
    parts: plan.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({
        ...section,
        indicators: section.indicators.map((indicator) => ({ ...indicator, publishedResults: [] })),
      })),
    })),
  };
}
