export interface RoundTable {
  id: string;
  plan_id: string;
  fiscal_year: number;
  title: string;
  audience: string;
  design: string;
  state: string;
  opens_at: string;
  closes_at: string;
  population_size: number | null;
  n_issued: number | null;
  questionnaire_hash: string;
  is_demo: number;
  /** Moves with every change of the tally. */
  version: number;
  questionnaire: string;
  access: string;
  reminder: string;
  frame: string | null;
  terms: string;
}
