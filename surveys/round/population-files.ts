import type { WardArea } from '#surveys/catalog/ward.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Frame, FrameMargin } from './frame.ts';
import { listMarginDimensions } from './margin-dimensions.ts';
import { importMarginsCsv, type MarginsCsvProblem } from './margins-csv.ts';
import { importStrataCsv } from './strata-csv.ts';

/** Population tables that wards keep, by what they cross. */
const marginTables = {
  'sex-age': ['sex', 'age'],
  'age-area': ['age', 'area'],
  area: ['area'],
} as const satisfies Readonly<Record<string, FrameMargin['by']>>;

export type MarginTableName = keyof typeof marginTables;
const marginTableNames: readonly MarginTableName[] = ['sex-age', 'age-area', 'area'];

/** The tables a frame can be read from; `strata` has the people and letters of each stratum. */
export type PopulationTableName = MarginTableName | 'strata';

/** A table that crosses dimensions of the profile. */
export interface MarginTable {
  readonly name: MarginTableName;
  readonly by: FrameMargin['by'];
}

/** The tables that a questionnaire's profile questions can use; none when it asks no profile. */
export function listMarginTables(questionnaire: Questionnaire): readonly MarginTable[] {
  const { dimensions } = listMarginDimensions(questionnaire);
  const isAsked = (name: FrameMargin['by'][number]) => dimensions.some(({ dimension }) => dimension === name);
  return marginTableNames
    .map((name): MarginTable => ({ name, by: [...marginTables[name]] }))
    .filter(({ by }) => by.every(isAsked));
}

/** What is wrong with the files of a frame. */
export type PopulationFilesProblem =
  | {
      readonly kind: 'table';
      readonly table: PopulationTableName;
      readonly problems: readonly MarginsCsvProblem[];
    }
  /** No file at all. */
  | { readonly kind: 'no_files' }
  /** A table counts nobody in any of its rows. */
  | { readonly kind: 'nobody' };

export type PopulationFiles =
  | {
      readonly ok: true;
      readonly margins: readonly FrameMargin[];
      /** Null where no file has strata. */
      readonly strata: Frame['strata'] | null;
    }
  | { readonly ok: false; readonly problems: readonly PopulationFilesProblem[] };

/**
 * Reads the population of a round from CSV files, those of tables that its questionnaire can use and of its strata;
 * others are left alone. All problems of all files are reported together, file by file in the order of the tables.
 * @param areas How the ward's registers write districts, beside the questionnaire's labels.
 */
export function readPopulationFiles(
  questionnaire: Questionnaire,
  files: ReadonlyMap<string, Uint8Array>,
  areas: readonly WardArea[] = [],
): PopulationFiles {
  const { dimensions } = listMarginDimensions(questionnaire, areas);
  const margins: FrameMargin[] = [];
  const problems: PopulationFilesProblem[] = [];
  for (const { name, by } of listMarginTables(questionnaire)) {
    const bytes = files.get(name);
    const result = bytes && importMarginsCsv(bytes, { dimensions, margins: [by] });
    if (result?.ok) margins.push(...result.margins);
    else if (result) problems.push({ kind: 'table', table: name, problems: result.problems });
  }
  const bytes = files.get('strata');
  const strata = bytes && importStrataCsv(bytes);
  if (strata?.ok === false) problems.push({ kind: 'table', table: 'strata', problems: strata.problems });
  if (files.size === 0) problems.push({ kind: 'no_files' });
  if (problems.length > 0) return { ok: false, problems };
  const isNobody = ({ categories }: FrameMargin) => categories.every(({ population }) => population === 0);
  if (margins.some(isNobody)) return { ok: false, problems: [{ kind: 'nobody' }] };
  return { ok: true, margins, strata: strata?.ok ? strata.strata : null };
}
