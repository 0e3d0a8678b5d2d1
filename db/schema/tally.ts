/** Counts of mixed responses by cell, measure and value. */
export interface TallyTable {
  round_id: string;
  stratum: string;
  profile: string;
  channel: string;
  measure: string;
  value: string;
  n: number;
}
