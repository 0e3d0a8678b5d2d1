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
