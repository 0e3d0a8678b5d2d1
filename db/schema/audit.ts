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
