/** A mailed code, kept as a keyed hash only; deleted at finalising. Nothing here leads to answers. */
export interface AccessCodeTable {
  round_id: string;
  code_hash: string;
  /** The number printed on the letter, from 1 on. */
  serial: number;
  batch: number;
  stratum: string;
  /** issued | used | void | returned */
  state: string;
  /** Hash of the submission key that used the code up, so that its repetition gets the same receipt. */
  key_hash: string | null;
}

/** Codes made at one time, with the seed that they can be made again from until it is destroyed. */
export interface AccessCodeBatchTable {
  round_id: string;
  batch: number;
  strata: string;
  first_serial: number;
  n_codes: number;
  n_made: number;
  /** Worth nothing without the master secret; null once the letters are sealed. */
  seed: string | null;
  created_at: string;
}

/** The log of used codes that belongs to this database: one row, none before the first start. */
export interface CodeLogTable {
  log_id: string;
  /** How many notes it held when it was last looked at; it may have more by now, never fewer. */
  n_notes: number;
}
