import { parseArgs } from 'node:util';
import { explainFailure } from '#app/explain-failure.ts';
import { type AuditBreak, verifyAudit } from '#app/fielding/audit/verify-audit.ts';
import { readDatabase } from '#app/read-database.ts';

const usage = `使い方: npm run verify:audit [-- --anchor <番号>:<ハッシュ>] [-- --demo]
操作の記録を最初から読み、書かれたときのままでない最初の記録を示します(終了コード 1)。
--anchor には、以前にこのコマンドが表示し、別の場所に控えた番号とハッシュを指定します。`;

const reasons: Readonly<Record<AuditBreak, string>> = {
  missing: 'なくなっています',
  changed: '内容が書き換えられています',
  unchained: '前の記録とつながっていません',
  added: '正規の手順によらず書き加えられています',
  unanchored: '控えのハッシュと一致しません',
};

/** The entry that the operator noted elsewhere. @throws {Error} with the usage when it is not `number:hash` */
function parseAnchor(text: string | undefined) {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,12}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new Error(usage);
  return { seq: Number(seq), hash };
}

/** Verifies the chain of the audit log and names its first broken entry; writes nothing. */
async function verify(): Promise<boolean> {
  const { values } = parseArgs({
    options: { anchor: { type: 'string' }, demo: { type: 'boolean', default: false } },
  });
  const anchor = parseAnchor(values.anchor);
  const verdict = await readDatabase({ isDemo: values.demo }, (tx) => verifyAudit(tx, anchor));
  if (verdict.kind === 'broken') {
    console.error(`操作の記録が壊れています: ${verdict.seq}番の記録が${reasons[verdict.reason]}。`);
    return false;
  }
  console.log(`操作の記録 ${verdict.nEntries}件に異常はありません。`);
  if (verdict.nEntries > 0) console.log(`控え (anchor): ${verdict.nEntries}:${verdict.lastHash}`);
  return true;
}

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
