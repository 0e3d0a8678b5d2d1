/** Mixed answers; in anonymous rounds their texts stand in `free_text` instead. */
export interface ResponseTable {
  round_id: string;
  id: string;
  stratum: string;
  profile: string;
  channel: string;
  answers: string;
}
