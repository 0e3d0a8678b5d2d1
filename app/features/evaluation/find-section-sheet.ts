import type { Evaluation, PartSheet, SectionSheet } from '#surveys/evaluation/build-evaluation.ts';

interface PlacedSection {
  readonly part: PartSheet;
  readonly sheet: SectionSheet;
}

/** A section's sheet with the part it belongs to; undefined where the evaluation has no such section. */
export function findSectionSheet(evaluation: Evaluation, sectionId: string): PlacedSection | undefined {
  for (const part of evaluation.parts) {
    const sheet = part.sections.find(({ section }) => section.id === sectionId);
    if (sheet !== undefined) return { part, sheet };
  }
  return undefined;
}
