/** A finalised figure of one indicator. */
export interface ResultTable {
  round_id: string;
  indicator_id: string;
  plan_id: string;
  fiscal_year: number;
  state: string;
  document: string;
  provenance: string;
  hash: string;
  created_at: string;
}
