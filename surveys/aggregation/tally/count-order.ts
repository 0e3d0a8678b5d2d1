import type { TallyCount } from './tally.ts';

/** The canonical order of counts: by stratum, profile, channel, measure, value, each in code-unit order. */
export function compareCounts(a: TallyCount, b: TallyCount): number {
  return (
    compareText(a.stratum, b.stratum) ||
    compareText(a.profile, b.profile) ||
    compareText(a.channel, b.channel) ||
    compareText(a.measure, b.measure) ||
    compareText(a.value, b.value)
  );
}

/**
 * Code-unit order, the same on any machine and in any locale.
 * @example ['b', 'a', 'B'].sort(compareText) // ['B', 'a', 'b']
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
