import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '#app/.server/log.ts';
import type { Db } from '#db/connect.ts';
import { type CodeUse, listCodeUses, replayCodeUses, voidCodesOfRound } from '#db/queries/code-replay.ts';

/** Stands in place of a hash: the round was finalised, and none of its codes may be used again. */
const finalisedMark = '*';

/** How often codes are noted that imports or other processes used up. */
const catchUpMs = 5 * 60 * 1000;

/** Which codes were used, kept beside the database, so that restoring an old backup revives none. */
export interface UsedCodeLog {
  /** Notes codes that a committed transaction used up; their order within a call is not kept. */
  readonly append: (uses: readonly CodeUse[]) => Promise<void>;
  /** Forgets the codes of a finalised round, and notes that it was finalised. */
  readonly forget: (roundId: string) => Promise<void>;
}

/**
 * Opens the log in the data folder and replays it: codes that the database believes unused are marked used
 * again, and codes that only the database knows as used are noted. The server must not listen before.
 */
export async function openUsedCodeLog(options: {
  readonly db: Db;
  readonly dataDir: string;
  readonly log: Log;
}): Promise<UsedCodeLog> {
  const { db, dataDir, log } = options;
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'used-codes.log');
  // Appending and forgetting take turns, so that no line falls between reading and writing anew.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };
  await replay(db, file, log);
  await noteMissing(db, file);
  setInterval(() => {
    inTurn(() => noteMissing(db, file)).catch((error) =>
      log.error({ err: error }, 'used codes could not be noted'),
    );
  }, catchUpMs).unref();
  return {
    append: (uses) => inTurn(() => appendUses(file, uses)),
    forget: (roundId) =>
      inTurn(async () => {
        const others = (await readUses(file)).filter((use) => use.roundId !== roundId);
        await writeFile(`${file}.new`, formatUses([...others, { roundId, codeHash: finalisedMark }]), {
          mode: 0o600,
        });
        await rename(`${file}.new`, file);
      }),
  };
}

const formatUses = (uses: readonly CodeUse[]) =>
  uses.map(({ roundId, codeHash }) => `${roundId} ${codeHash}\n`).join('');

async function appendUses(file: string, uses: readonly CodeUse[]): Promise<void> {
  const sorted = uses.toSorted((a, b) => (a.codeHash < b.codeHash ? -1 : 1));
  if (sorted.length > 0) await appendFile(file, formatUses(sorted), { mode: 0o600 });
}

/** The notes of the log; a line that a power cut left incomplete is passed over: the database knows better. */
async function readUses(file: string): Promise<readonly CodeUse[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const [roundId, codeHash, ...rest] = line.split(' ');
      return roundId && codeHash && rest.length === 0 ? [{ roundId, codeHash }] : [];
    });
}

async function readNotes(file: string): Promise<ReadonlyMap<string, Set<string>>> {
  const noted = new Map<string, Set<string>>();
  for (const { roundId, codeHash } of await readUses(file)) {
    noted.set(roundId, (noted.get(roundId) ?? new Set()).add(codeHash));
  }
  return noted;
}

async function replay(db: Db, file: string, log: Log): Promise<void> {
  const noted = await readNotes(file);
  let nRevived = 0;
  for (const [roundId, hashes] of noted) {
    if (hashes.delete(finalisedMark)) nRevived += await voidCodesOfRound(db, roundId);
    nRevived += await replayCodeUses(db, { roundId, codeHashes: [...hashes] });
  }
  if (nRevived > 0) {
    log.warn({ nCodes: nRevived }, 'the database is older than the log of used codes; they are used again');
  }
}

/** Notes the codes that the database alone knows as used. */
async function noteMissing(db: Db, file: string): Promise<void> {
  const noted = await readNotes(file);
  const missing = (await listCodeUses(db)).filter(
    ({ roundId, codeHash }) => !noted.get(roundId)?.has(codeHash),
  );
  await appendUses(file, missing);
}
