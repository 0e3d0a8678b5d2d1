import { hardText } from './documents.ts';
import { add, type SchemaVersion } from './rows.ts';

const job = {
  round_id: 'coded',
  channel: 'paper',
  n_rows: 2,
  n_stored: 0,
  created_at: '2026-11-22T23:55:00.000Z',
  touched_at: '2026-11-22T23:56:00.000Z',
};

/** Problems in sentences: of a cell, of the whole file, and of a row without a column. */
export const toldProblems = [
  { row: 3, column: 'C列(問2)', reason: hardText },
  { row: null, column: '', reason: 'ファイルが空です。' },
  { row: 50_001, column: '', reason: '同じ整理番号の行がほかにもあります。' },
];

export const paper: SchemaVersion = {
  migrate: (before) => before,
  write: (migrated) =>
    add(migrated, {
      keyed_entry: ['a-1', 'a-2'].map((accountId) => ({
        ...{ round_id: 'coded', serial: '00012', account_id: accountId, batch: '箱1' },
        ...{ sealed: 'D'.repeat(4_000), keyed_at: '2026-11-22T23:50:00.000Z' },
      })),
      keying_count: [
        { round_id: 'coded', question_id: '_form', n_keyed: 12, n_wrong: 0 },
        { round_id: 'coded', question_id: 'sex', n_keyed: 12, n_wrong: 1 },
      ],
      paper_setting: [{ round_id: 'coded', settler: 'anyone' }],
      import_job: [
        {
          ...job,
          id: 'j-1',
          file_name: hardText,
          state: 'refused',
          n_bad: 3,
          problems: JSON.stringify(toldProblems),
        },
        { ...job, id: 'j-2', file_name: 'sheet.csv', state: 'stored', n_bad: 0, n_stored: 2, problems: '[]' },
        { ...job, id: 'j-3', file_name: '', state: 'checking', n_bad: 0, channel: 'import', problems: '[]' },
      ],
      import_row: [
        {
          ...{ round_id: 'coded', import_id: 'j-3', row_no: 2, key_hash: 'k-2', code_hash: null },
          ...{ stratum: 'all', answers: '{"media":["yes"]}' },
        },
        {
          ...{ round_id: 'coded', import_id: 'j-3', row_no: 3, key_hash: 'k-3', code_hash: 'code-0' },
          ...{ stratum: '北港', answers: '{}' },
        },
      ],
    }),
};
