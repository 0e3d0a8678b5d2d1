import { add, change, type Row, type SchemaVersion } from './rows.ts';

/** Rounds whose letters are out and may still be answered: the only ones that may keep their seeds. */
const keptSeeds = ['open', 'coded', 'approved'];
/** Rounds whose codes could be of other strata than will be approved: those not used yet are withdrawn. */
const withdrawn = ['draft', 'approval_requested'];

const seal = (batch: Row): Row =>
  keptSeeds.includes(String(batch.round_id)) ? batch : { ...batch, seed: null };
const withdraw = (code: Row): Row =>
  withdrawn.includes(String(code.round_id)) && code.state === 'issued' ? { ...code, state: 'void' } : code;

export const codeLog: SchemaVersion = {
  // Meant to go: the seeds of closed rounds and of drafts, from which codes could be read.
  migrate: (before) => change(change(before, 'access_code_batch', seal), 'access_code', withdraw),
  write: (migrated) => add(migrated, { code_log: [{ log_id: 'log-1', n_notes: 3 }] }),
};
