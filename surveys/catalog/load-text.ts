import { readFileSync } from 'node:fs';
import { CatalogError } from './catalog-error.ts';

/** The text of a catalogue file (UTF-8). @throws {CatalogError} with the path `(file)` where it cannot be read */
export const loadText = (file: string): string => readOrExplain(file, () => readFileSync(file, 'utf8'));

/** What reading a file or folder gives. @throws {CatalogError} with the path `(file)` where it cannot be read */
export function readOrExplain<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CatalogError(file, '(file)', error instanceof Error ? error.message : String(error));
  }
}
