/** Texts of anonymous rounds, under ids of their own. */
export interface FreeTextTable {
  round_id: string;
  id: string;
  question_id: string;
  text: string;
}
