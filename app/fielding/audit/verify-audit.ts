import type { Db } from '#db/dialect.ts';
import { getAuditHead, hashAuditRow, listAuditRows } from '#db/queries/audit.ts';

/** What a check of the audit log found. */
export type AuditVerdict =
  | { readonly kind: 'intact'; readonly nEntries: number; readonly lastHash: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly reason: AuditBreak };

/**
 * `missing`: the entry is gone; `changed`: its own hash does not fit its content; `unchained`: it does not
 * continue the entry before; `added`: it was not written by `recordAudit`; `unanchored`: it is not the entry
 * that was noted elsewhere.
 */
export type AuditBreak = 'missing' | 'changed' | 'unchained' | 'added' | 'unanchored';

const pageSize = 1_000;

/**
 * Reads the audit log from its first entry and names the first one that is not as it was written. Somebody
 * who may write to the database could recompute all hashes; an anchor, a number and hash noted elsewhere, finds
 * that out, too.
 * @param anchor an entry as it once was; without one only the log itself is checked
 * @throws when the log's head is gone
 */
export async function verifyAudit(
  db: Db,
  anchor?: { readonly seq: number; readonly hash: string },
): Promise<AuditVerdict> {
  // Read first: entries written meanwhile then lie beyond it.
  const headBefore = await getAuditHead(db);
  let [seq, hash] = [0, ''];
  for (;;) {
    const rows = await listAuditRows(db, { afterSeq: seq, limit: pageSize });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.seq !== seq + 1) return broken(seq + 1, 'missing');
      if (row.hash !== hashAuditRow(row)) return broken(row.seq, 'changed');
      if (row.previous_hash !== hash) return broken(row.seq, 'unchained');
      if (row.seq === headBefore.seq && row.hash !== headBefore.hash) return broken(row.seq, 'changed');
      if (row.seq === anchor?.seq && row.hash !== anchor.hash) return broken(row.seq, 'unanchored');
      [seq, hash] = [row.seq, row.hash];
    }
  }
  if (seq < Math.max(headBefore.seq, anchor?.seq ?? 0)) return broken(seq + 1, 'missing');
  const headAfter = await getAuditHead(db);
  if (seq > headAfter.seq) return broken(headAfter.seq + 1, 'added');
  return { kind: 'intact', nEntries: seq, lastHash: hash };
}

const broken = (seq: number, reason: AuditBreak): AuditVerdict => ({ kind: 'broken', seq, reason });
