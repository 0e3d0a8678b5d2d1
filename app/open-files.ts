import { statSync } from 'node:fs';
import type { Log } from '#app/fielding/ports.ts';

/** Read or write for everybody who can log in to the machine. */
const forEverybody = 0o006;

/**
 * Says once, with every name, which of the files hold answers or secrets for everybody on the machine to read or
 * write. They are not tightened: they may be another account's, and what an office has opened on purpose (for its
 * backups, say) would fail at night without a word. What its group may do is the office's choice, and nothing is said.
 */
export function warnOfOpenFiles(files: readonly string[], log: Log): void {
  // Windows has other rights, of which the mode says nothing.
  if (process.platform === 'win32') return;
  const open = files.filter((file) => {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    return (mode & forEverybody) !== 0;
  });
  if (open.length > 0)
    log.warn({ files: open }, 'everybody on this machine may read these files; chmod 600 them');
}
