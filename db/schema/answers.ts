/** Answers under way, readable only with a key that the database never sees; deleted at acceptance. */
export interface DraftTable {
  round_id: string;
  draft_id: string;
  ciphertext: string;
  updated_at: string;
  expires_at: string;
}

/** That a submission key was used, without a link to answers; deleted at finalising. */
export interface SubmissionTable {
  round_id: string;
  key_hash: string;
}

/** Accepted answers that wait for mixing, complete with their texts. */
export interface IntakeTable {
  round_id: string;
  id: string;
  stratum: string;
  profile: string;
  channel: string;
  answers: string;
}

/** Mixed answers; in anonymous rounds their texts stand in `free_text` instead. */
export interface ResponseTable {
  round_id: string;
  id: string;
  stratum: string;
  profile: string;
  channel: string;
  answers: string;
}

/** Texts of anonymous rounds, under ids of their own. */
export interface FreeTextTable {
  round_id: string;
  id: string;
  question_id: string;
  text: string;
}

/** Counts of mixed responses by cell, measure and value. */
export interface TallyTable {
  round_id: string;
  stratum: string;
  profile: string;
  channel: string;
  measure: string;
  value: string;
  n: number;
}

/** One-way counters of accepted answers by day; nothing joins them to answers. */
export interface DayCountTable {
  round_id: string;
  day: string;
  dimension: string;
  value: string;
  writer: number;
  n: number;
}

/** One-way counters of how far respondents came; nothing joins them to drafts, answers or people. */
export interface PageCountTable {
  round_id: string;
  step: string;
  writer: number;
  n: number;
}
