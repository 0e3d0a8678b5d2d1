/** One-way counters of accepted answers by day; nothing joins them to answers. */
export interface DayCountTable {
  round_id: string;
  day: string;
  dimension: string;
  value: string;
  writer: number;
  n: number;
}
