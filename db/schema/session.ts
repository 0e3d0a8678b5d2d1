export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: string;
  expires_at: string;
  /** The three below are null in sessions from before they were noted. */
  last_seen_at: string | null;
  device: string | null;
  address_class: string | null;
}
