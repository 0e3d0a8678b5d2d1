/** A paper form as one account keyed it, sealed; deleted once the form is settled. */
export interface KeyedEntryTable {
  round_id: string;
  serial: string;
  account_id: string;
  batch: string;
  sealed: string;
  keyed_at: string;
}

/** How often a question was keyed in forms that are settled, and how often wrongly. */
export interface KeyingCountTable {
  round_id: string;
  question_id: string;
  n_keyed: number;
  n_wrong: number;
}

/** How a round's paper is handled, where that differs from the usual. */
export interface PaperSettingTable {
  round_id: string;
  settler: string;
}

/** The import of one sheet: how far it is, and what was wrong with it. */
export interface ImportJobTable {
  round_id: string;
  id: string;
  file_name: string;
  channel: string;
  state: string;
  n_rows: number;
  n_bad: number;
  n_stored: number;
  problems: string;
  created_at: string;
  touched_at: string;
}

/** Rows of a sheet that were read and wait until all of them are; none stays after the import. */
export interface ImportRowTable {
  round_id: string;
  import_id: string;
  row_no: number;
  key_hash: string;
  code_hash: string | null;
  stratum: string;
  answers: string;
}
