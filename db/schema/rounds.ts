export interface PlanTable {
  id: string;
  document: string;
  content_hash: string;
  is_demo: number;
}

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

/** What a clerk chose while preparing a round. */
export interface RoundSetupTable {
  round_id: string;
  document: string;
}

/** One thing that happened to a round: a change of its state, or an extension. */
export interface RoundStepTable {
  round_id: string;
  /** 1, 2, 3, … */
  step: number;
  at: string;
  transition: string;
  from_state: string;
  to_state: string;
  /** Null for the clock. */
  actor_id: string | null;
  actor_name: string | null;
  note: string;
}

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

/** One row while something was deleted that is not erased from the database's files yet. */
export interface ErasureTable {
  id: number;
}
