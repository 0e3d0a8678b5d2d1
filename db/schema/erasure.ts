/** One row while something was deleted that is not erased from the database's files yet. */
export interface ErasureTable {
  id: number;
}
