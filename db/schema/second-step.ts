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
