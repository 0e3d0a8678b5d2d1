import { Readable } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable } from '@remix-run/node';
import type { AuditFilterForm } from '#app/features/audit-log/audit-filter.ts';
import { toAuditFilter } from '#app/features/audit-log/load-audit-log.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { auditActionName } from '#app/i18n/ja/audit.ts';
import { type CsvRows, streamCsv } from '#app/outside/write-csv.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { type AuditEntry, type AuditFilter, listAuditEntries } from '#db/queries/audit.ts';
import { storedName } from '#surveys/audit/actions.ts';

const chunkSize = 1_000;

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

async function* listRows(db: Db, filter: Omit<AuditFilter, 'limit'>): AsyncGenerator<CsvRows> {
  yield [heads];
  let { beforeSeq } = filter;
  for (;;) {
    const entries = await listAuditEntries(db, { ...filter, beforeSeq, limit: chunkSize });
    if (entries.length === 0) return;
    yield entries.map(toCells);
    beforeSeq = entries.at(-1)?.seq;
  }
}

/** The log that fits the filter as a CSV file, newest first, read piece by piece; every export is itself recorded. */
export async function exportAuditLog(
  context: AppLoadContext,
  by: Account,
  form: AuditFilterForm,
): Promise<Response> {
  const { db } = context.services;
  const detail = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  await audit(context.services, db, { by, action: 'audit.exported', on: null, detail });
  const csv = streamCsv(listRows(db, toAuditFilter(form)), { isAllQuoted: true });
  return new Response(createReadableStreamFromReadable(Readable.from(csv)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="koebako-audit.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
