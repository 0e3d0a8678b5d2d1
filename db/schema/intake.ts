/** Accepted answers that wait for mixing, complete with their texts. */
export interface IntakeTable {
  round_id: string;
  id: string;
  stratum: string;
  profile: string;
  channel: string;
  answers: string;
}
