/** Answers under way, readable only with a key that the database never sees; deleted at acceptance. */
export interface DraftTable {
  round_id: string;
  draft_id: string;
  ciphertext: string;
  updated_at: string;
  expires_at: string;
}
