import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CodeNote, endedStates } from '#db/queries/code-replay.ts';

/** Stands in place of a hash: the round was finalised, and none of its codes may be used again. */
const finalisedMark = '*';

/** What the file of notes holds. */
export interface CodeNotes {
  /** Which database it belongs to; null for a file from before there were such ids. */
  readonly logId: string | null;
  readonly notes: readonly CodeNote[];
  /** Rounds that were finalised: their codes are forgotten, and none may ever be used again. */
  readonly finalised: ReadonlySet<string>;
  /** How many lines stand below the head. */
  readonly nNotes: number;
}

/** The notes of the file; undefined when there is none. Lines that a power cut left incomplete are passed over. */
export async function readCodeNotes(file: string): Promise<CodeNotes | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split(/\r?\n/).slice(0, -1);
  const logId = /^# (\S+)$/.exec(lines[0] ?? '')?.[1] ?? null;
  const notes: CodeNote[] = [];
  const finalised = new Set<string>();
  for (const line of lines) {
    const [roundId = '', codeHash = '', word = 'used', ...rest] = line.split(' ');
    const state = endedStates.find((name) => name === word);
    if (roundId === '' || roundId === '#' || codeHash === '' || !state || rest.length > 0) continue;
    if (codeHash === finalisedMark) finalised.add(roundId);
    else notes.push({ roundId, codeHash, state });
  }
  return { logId, notes, finalised, nNotes: notes.length + finalised.size };
}

const formatNotes = (notes: readonly CodeNote[]) =>
  notes.map(({ roundId, codeHash, state }) => `${roundId} ${codeHash} ${state}\n`).join('');

/** Writes the file anew: a torn last line and codes of finalised rounds are gone then. */
export async function writeCodeNotes(
  file: string,
  { logId, notes, finalised }: Omit<CodeNotes, 'nNotes' | 'logId'> & { readonly logId: string },
): Promise<void> {
  const marks = [...finalised].map((roundId) => `${roundId} ${finalisedMark}\n`).join('');
  const text = `# ${logId}\n${marks}${formatNotes(notes)}`;
  // Processes that share the file must not write into one another's.
  const unfinished = `${file}.${randomUUID()}.new`;
  await writeFile(unfinished, text, { mode: 0o600, flush: true });
  await rename(unfinished, file);
}

/** Adds notes at the end, on disk when it resolves; their order within a call is not kept. */
export async function appendCodeNotes(file: string, notes: readonly CodeNote[]): Promise<void> {
  if (notes.length === 0) return;
  const sorted = notes.toSorted((a, b) => (a.codeHash < b.codeHash ? -1 : 1));
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(formatNotes(sorted));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Moves a file of notes to its place; what lies there already stays. */
export async function moveCodeNotes(from: string, to: string): Promise<void> {
  if (!existsSync(from) || existsSync(to)) return;
  // Copied first: the two may lie on different volumes.
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, `${to}.moving`);
  await rename(`${to}.moving`, to);
  await rm(from);
}
