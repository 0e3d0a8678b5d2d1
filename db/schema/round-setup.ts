/** What a clerk chose while preparing a round. */
export interface RoundSetupTable {
  round_id: string;
  document: string;
}
