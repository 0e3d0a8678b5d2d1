import { labelIn, listCategoryLabels } from '#app/features/frame/category-labels.ts';
import { listMarginFiles, sampleCsv, sampleStrataCsv, strataFile } from '#app/features/frame/margin-files.ts';
import { listMarginDimensions } from '#surveys/round/margin-dimensions.ts';
import type { Round } from '#surveys/round/round.ts';

/** The CSV file to fill in for a table of the frame; undefined for a name that the round has no table of. */
export function loadFrameSample({ questionnaire }: Round, name: string | undefined): string | undefined {
  if (name === strataFile.name) return sampleStrataCsv();
  const dimensions = listMarginDimensions(questionnaire);
  const file = listMarginFiles(dimensions).find((candidate) => candidate.name === name);
  return file && sampleCsv(file, dimensions, labelIn(listCategoryLabels(questionnaire)));
}
