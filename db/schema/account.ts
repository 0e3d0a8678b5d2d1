export interface AccountTable {
  id: string;
  /** The log-in name. */
  name: string;
  display_name: string;
  role: string;
  password_hash: string;
  is_disabled: number;
}
