/**
 * One count of the tally (集計表): how many responses of a (stratum, profile, channel) cell have this value
 * of this measure. `profile` is the canonical text of `formatProfile`. The measure `respondents` with value
 * `all` counts every response of the cell.
 */
export interface TallyCount {
  readonly stratum: string;
  readonly profile: string;
  readonly channel: string;
  readonly measure: string;
  readonly value: string;
  readonly n: number;
}

export const respondentsMeasure = 'respondents';
