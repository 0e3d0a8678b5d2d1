import { toldProblems } from './0006-paper.ts';
import { hardText } from './documents.ts';
import { add, change, type SchemaVersion } from './rows.ts';

const told = (text: string) => ({ kind: 'told', text });

/** The sentences word by word, as what they are from now on. */
const keptProblems = [
  { row: 3, column: told('C列(問2)'), reason: told(hardText) },
  { row: null, column: null, reason: told('ファイルが空です。') },
  { row: 50_001, column: null, reason: told('同じ整理番号の行がほかにもあります。') },
];

export const importProblems: SchemaVersion = {
  migrate: (before) =>
    change(before, 'import_job', (job) =>
      job.problems === JSON.stringify(toldProblems)
        ? { ...job, problems: JSON.stringify(keptProblems) }
        : job,
    ),
  write: (migrated) =>
    add(migrated, {
      import_job: [
        {
          ...{ round_id: 'coded', id: 'j-4', file_name: 'sheet.xlsx', channel: 'import', state: 'refused' },
          ...{ n_rows: 1, n_bad: 1, n_stored: 0 },
          problems:
            '[{"row":2,"column":{"kind":"question","index":1,"number":1},"reason":{"kind":"bad_answer","error":{"code":"required"}}}]',
          created_at: '2026-11-28T22:30:00.000Z',
          touched_at: '2026-11-28T22:31:00.000Z',
        },
      ],
    }),
};
