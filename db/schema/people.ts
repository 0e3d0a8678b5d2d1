export interface AccountTable {
  id: string;
  /** The log-in name. */
  name: string;
  display_name: string;
  role: string;
  password_hash: string;
  is_disabled: number;
}

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

export interface AccountTotpTable {
  account_id: string;
  sealed_secret: string;
  confirmed_at: string | null;
  last_step: number;
}

export interface RecoveryCodeTable {
  account_id: string;
  code_hash: string;
}

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

export interface AuditEntryTable {
  seq: number;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  object_type: string | null;
  object_id: string | null;
  /** JSON text of facts that are neither answers nor codes. */
  detail: string;
  previous_hash: string;
  hash: string;
}

/** One row: number and hash of the newest entry. */
export interface AuditHeadTable {
  id: number;
  seq: number;
  hash: string;
}
