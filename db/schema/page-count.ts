/** One-way counters of how far respondents came; nothing joins them to drafts, answers or people. */
export interface PageCountTable {
  round_id: string;
  step: string;
  writer: number;
  n: number;
}
