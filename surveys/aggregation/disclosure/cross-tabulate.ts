import { type RaoScott, raoScott } from '#surveys/aggregation/estimate/rao-scott.ts';
import type { WeighedRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import {
  type CategoryOutcome,
  weightedDistribution,
} from '#surveys/aggregation/estimate/weighted-distribution.ts';
import { isMissingValue } from '#surveys/questionnaire/missing-values.ts';
import { formatProfile } from '#surveys/response/profile.ts';
import { isReferenceBase } from './base-size.ts';
import { planSuppression } from './plan-suppression.ts';

/** How many responses of a (stratum, profile) cell gave these answers to two questions. */
export interface CrossCount {
  readonly stratum: string;
  readonly profile: string;
  readonly row: string;
  readonly column: string;
  readonly n: number;
}

export type CrossRow =
  | { readonly value: string; readonly state: 'suppressed' }
  | {
      readonly value: string;
      readonly state: 'reference' | 'shown';
      /** Respondents who gave this answer and any to the other question: the denominator of the row. */
      readonly base: number;
      readonly answers: readonly {
        readonly value: string;
        readonly n: number;
        readonly share: number;
        readonly weighted: { readonly share: number; readonly standardError: number } | null;
      }[];
    };

export interface CrossTable {
  readonly rows: readonly CrossRow[];
  /** Association for the ward's population; null without weights or where a row or column is empty. */
  readonly association: RaoScott | null;
}

/**
 * Tabulates one question against another, plain and weighted, with row shares and Rao–Scott's test.
 *
 * Read from responses (the tally counts one question at a time): pass them grouped. Denominator of a row: those
 * who answered both. Shares 0–1. Rows with a base under ten, and such as would give them away, are hidden when
 * `isProtected`; an empty row that is not hidden has shares of 0. `rows` and `columns` are the answer codes in order.
 *
 * @throws RangeError for a cell the round does not have, or an answer that is not listed.
 */
export function crossTabulate(input: {
  readonly counts: readonly CrossCount[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly round: WeighedRound | null;
  readonly isProtected: boolean;
}): CrossTable {
  const { rows, columns, round, isProtected } = input;
  const counts = input.counts.filter(({ row, column }) => !isMissingValue(row) && !isMissingValue(column));
  const outcomes = round && locate(counts, rows, columns, round);
  const baseOf = (row: string) => counts.reduce((sum, count) => (count.row === row ? sum + count.n : sum), 0);
  const cells = rows.map((row) => ({ key: [row], n: baseOf(row), weight: round ? 1 : null }));
  const plan = isProtected ? planSuppression([{ by: ['row'], cells }]) : new Set<string>();
  const table = outcomes && weightedDistribution(round.sample, outcomes, rows.length * columns.length);
  return {
    rows: rows.map((value, index): CrossRow => {
      const base = baseOf(value);
      if (plan.has(`row:${value}`)) return { value, state: 'suppressed' };
      const own = outcomes?.filter(({ category }) => Math.floor(category / columns.length) === index);
      const weighted =
        own && round && weightedDistribution(round.sample, toColumns(own, columns.length), columns.length);
      const answers = columns.map((column, position) => {
        const n = counts.reduce(
          (sum, count) => (count.row === value && count.column === column ? sum + count.n : sum),
          0,
        );
        const share = base === 0 ? 0 : n / base;
        const of = weighted ?? null;
        return {
          value: column,
          n,
          share,
          weighted: of && {
            share: of.shares[position] ?? 0,
            standardError: of.standardErrors[position] ?? 0,
          },
        };
      });
      return { value, state: isReferenceBase(base) ? 'reference' : 'shown', base, answers };
    }),
    association:
      table && table.df > 0
        ? raoScott(table, { nRows: rows.length, nColumns: columns.length, df: table.df })
        : null,
  };
}

function locate(
  counts: readonly CrossCount[],
  rows: readonly string[],
  columns: readonly string[],
  round: WeighedRound,
): readonly CategoryOutcome[] {
  const keyOf = (stratum: string, profile: string) => `${stratum}\u0000${profile}`;
  const cellOf = new Map(
    round.tally.cells.map(({ stratum, profile }, cell) => [keyOf(stratum, formatProfile(profile)), cell]),
  );
  return counts.map(({ stratum, profile, row, column, n }) => {
    const cell = cellOf.get(keyOf(stratum, profile));
    if (cell === undefined) throw new RangeError(`the round has no respondents in ${stratum} ${profile}`);
    const [i, j] = [rows.indexOf(row), columns.indexOf(column)];
    if (i < 0 || j < 0) throw new RangeError(`not an answer of the table: ${row}, ${column}`);
    return { cell, category: i * columns.length + j, n };
  });
}

function toColumns(outcomes: readonly CategoryOutcome[], nColumns: number): readonly CategoryOutcome[] {
  return outcomes.map(({ cell, category, n }) => ({ cell, category: category % nColumns, n }));
}
