export interface InvitationTable {
  token_hash: string;
  /** Null when the link makes a new account. */
  account_id: string | null;
  name: string;
  display_name: string;
  role: string;
  created_at: string;
  expires_at: string;
  /** The account of who made it; null for links made before this was kept. */
  made_by: string | null;
}
