export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: string;
  expires_at: string;
}
