import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { auditActionName } from '#app/i18n/ja/audit.ts';
import { type CsvRows, streamCsv } from '#app/outside/write-csv.ts';
import type { AuditEntry } from '#db/queries/audit.ts';
import { storedName } from '#surveys/audit/actions.ts';

const heads = [
  '番号',
  '日時(UTC)',
  '操作した人のID',
  '操作した人',
  '操作',
  '操作の名前',
  '対象の種類',
  '対象のID',
  '詳細(JSON)',
  '前の記録のハッシュ',
  'ハッシュ',
];

const toCells = ({ seq, at, actor, action, object, detail, previousHash, hash }: AuditEntry) => [
  String(seq),
  at,
  actor?.id ?? '',
  actor?.name ?? '',
  storedName(action),
  auditActionName(action),
  object === null ? '' : storedName(object.type),
  object?.id ?? '',
  typeof detail === 'string' ? detail : JSON.stringify(detail),
  previousHash,
  hash,
];

async function* listRows(pieces: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<CsvRows> {
  yield [heads];
  for await (const entries of pieces) yield entries.map(toCells);
}

/** Entries of the log as a CSV file, sent as they are read. */
export const sendAuditLog = (pieces: AsyncIterable<readonly AuditEntry[]>): Response =>
  new Response(
    createReadableStreamFromReadable(Readable.from(streamCsv(listRows(pieces), { isAllQuoted: true }))),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="koebako-audit.csv"',
        'Cache-Control': 'no-store',
      },
    },
  );
