import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  appendCodeNotes,
  type CodeNotes,
  moveCodeNotes,
  readCodeNotes,
  writeCodeNotes,
} from '#app/fielding/codes/code-note-file.ts';
import { createLoop } from '#app/fielding/loop.ts';
import type { Log } from '#app/fielding/ports.ts';
import { type CodeLogFault, StartError } from '#app/fielding/start-problem.ts';
import type { Db } from '#db/connect.ts';
import { findCodeLog, replaceCodeLog } from '#db/queries/code-log.ts';
import {
  type CodeNote,
  endedStates,
  listCodeNotes,
  listFinalisedOf,
  replayCodeNotes,
} from '#db/queries/code-replay.ts';
import { hasLiveCodes, withdrawAllCodes } from '#db/queries/code-state.ts';
import type { Randomness } from '#db/randomness.ts';

/** How often codes are noted that imports or other processes ended. */
const catchUpMs = 60 * 1000;

/** Which codes can be used no more, kept apart from the database, so that restoring an old backup revives none. */
export interface UsedCodeLog {
  /**
   * Replays the log: codes that the database believes unused are ended again, and what only the database knows
   * is noted, now and every minute from now on. The server must not listen before.
   * @throws {Error} saying what to do, when codes are out and the log is missing, another database's or cut short
   */
  readonly open: () => Promise<void>;
  /**
   * Notes codes that a committed transaction ended; on disk when it resolves.
   * @throws {Error} while the log is not open
   */
  readonly append: (notes: readonly CodeNote[]) => Promise<void>;
  /**
   * Notes what the database alone knows, and forgets the codes of rounds that are finalised by now.
   * @throws {Error} while the log is not open
   */
  readonly catchUp: () => Promise<void>;
  /** No catching up of its own accord any more; resolves when what is being noted stands on disk. */
  readonly stop: () => Promise<void>;
}

interface UsedCodeLogOptions {
  readonly db: Db;
  /** Where the log lies: not where backups of the database are put back to. */
  readonly file: string;
  /** Where it once lay; moved from there, unless there is one at its place already. */
  readonly formerFile?: string;
  readonly log: Log;
  readonly randomness: Pick<Randomness, 'newId'>;
  /** Whether a log that is missing or not this database's is given up for lost: an operator said so. */
  readonly isLost?: boolean;
}

/** The log of used codes, as yet unread. */
export function createUsedCodeLog(options: UsedCodeLogOptions): UsedCodeLog {
  const { db, file, formerFile, log } = options;
  let logId: string | undefined;
  // Appending and writing anew take turns, so that no note falls between reading and writing.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };
  const ownId = (): string => {
    if (logId === undefined) throw new Error(`the log of used codes was not opened: ${file}`);
    return logId;
  };
  const catchUpInTurn = () => inTurn(async () => catchUp({ db, file, logId: ownId() }));
  const loop = createLoop({
    async turn() {
      await catchUpInTurn();
      return catchUpMs;
    },
    onError: (error) => log.error({ err: error }, 'used codes could not be noted'),
    restAfterError: catchUpMs,
  });

  return {
    async open() {
      if (formerFile !== undefined) await moveCodeNotes(formerFile, file);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const found = await readOwnNotes(options);
      await replay(db, found, log);
      await writeCodeNotes(file, found);
      logId = found.logId;
      await catchUpInTurn();
      loop.nudgeIn(catchUpMs);
    },
    append: (notes) =>
      inTurn(async () => {
        if (notes.length > 0) ownId();
        await appendCodeNotes(file, notes);
      }),
    catchUp: catchUpInTurn,
    async stop() {
      await loop.stop();
      // Whoever asked for it was told already if it failed.
      await turn.catch(() => undefined);
    },
  };
}

type OwnNotes = CodeNotes & { readonly logId: string };

/** The log that belongs to the database, or a new one where nothing could be revived. */
async function readOwnNotes(options: UsedCodeLogOptions): Promise<OwnNotes> {
  const { db, file, log, randomness, isLost = false } = options;
  const [mark, found] = [await findCodeLog(db), await readCodeNotes(file)];
  const logId = mark?.logId ?? found?.logId ?? randomness.newId();
  const problem = findProblem(mark, found);
  const isHarmless = problem !== 'foreign' && !(await hasLiveCodes(db));
  if (problem !== undefined && !isHarmless) {
    if (!isLost) throw new StartError({ kind: 'code_log', fault: problem, file });
    log.warn(
      { problem, file },
      'the log of used codes was given up for lost; codes may be used a second time',
    );
  }
  if (problem === 'foreign') await rename(file, `${file}.${found?.logId ?? 'foreign'}`);
  const isOwn = found !== undefined && problem !== 'foreign';
  return { ...(isOwn ? found : { notes: [], finalised: new Set<string>(), nNotes: 0 }), logId };
}

function findProblem(
  mark: { readonly logId: string; readonly nNotes: number } | undefined,
  found: CodeNotes | undefined,
): CodeLogFault | undefined {
  // A database from before there were ids takes over the log that lies there.
  if (mark === undefined) return undefined;
  if (found === undefined) return 'missing';
  if (found.logId !== null && found.logId !== mark.logId) return 'foreign';
  return found.nNotes < mark.nNotes ? 'short' : undefined;
}

async function replay(db: Db, { notes, finalised }: CodeNotes, log: Log): Promise<void> {
  let nEnded = 0;
  for (const roundId of new Set(notes.map((note) => note.roundId))) {
    const ofRound = notes.filter((note) => note.roundId === roundId);
    for (const state of endedStates) {
      const codeHashes = ofRound.filter((note) => note.state === state).map(({ codeHash }) => codeHash);
      nEnded += await replayCodeNotes(db, { roundId, state, codeHashes });
    }
  }
  for (const roundId of finalised) nEnded += await withdrawAllCodes(db, roundId);
  if (nEnded > 0) {
    log.warn({ nCodes: nEnded }, 'the database is older than the log of used codes; they are ended again');
  }
}

/** Brings file and database together: notes of either, none of finalised rounds, and how many there are. */
async function catchUp({
  db,
  file,
  logId,
}: {
  readonly db: Db;
  readonly file: string;
  readonly logId: string;
}) {
  const found = await readCodeNotes(file);
  if (found?.logId !== logId)
    throw new Error(`the log of used codes is not this database's any more: ${file}`);
  const fresh = await listFinalisedOf(db, [...new Set(found.notes.map((note) => note.roundId))]);
  const finalised = new Set([...found.finalised, ...fresh]);
  const kept = found.notes.filter(({ roundId }) => !finalised.has(roundId));
  const known = new Set(kept.map(({ roundId, codeHash }) => `${roundId} ${codeHash}`));
  const missing = (await listCodeNotes(db)).filter(
    ({ roundId, codeHash }) => !known.has(`${roundId} ${codeHash}`),
  );
  // First the database: it must never expect more notes than there are.
  await replaceCodeLog(db, { logId, nNotes: finalised.size + kept.length });
  if (kept.length < found.notes.length) await writeCodeNotes(file, { logId, notes: kept, finalised });
  await appendCodeNotes(file, missing);
}
