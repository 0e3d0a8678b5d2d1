/** The log of used codes that belongs to this database: one row, none before the first start. */
export interface CodeLogTable {
  log_id: string;
  /** How many notes it held when it was last looked at; it may have more by now, never fewer. */
  n_notes: number;
}
