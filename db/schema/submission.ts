/** That a submission key was used, without a link to answers; deleted at finalising. */
export interface SubmissionTable {
  round_id: string;
  key_hash: string;
}
