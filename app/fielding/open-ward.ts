import { StartError } from '#app/fielding/start-problem.ts';
import { CatalogError } from '#surveys/catalog/catalog-error.ts';
import { findWardFolder, loadWard, type WardCatalog } from '#surveys/catalog/load-ward.ts';

/**
 * Reads the ward that a process is for, by its name in the catalogue or the path of its folder.
 * @throws {StartError} where its folder cannot be used, with what is wrong with it
 */
export function openWard(nameOrPath: string | undefined): WardCatalog {
  try {
    return loadWard(findWardFolder(nameOrPath));
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const { fault, file, path, reason } = error;
    throw new StartError({ kind: 'catalog', fault, file, path, reason });
  }
}
