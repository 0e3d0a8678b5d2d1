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
