/**
 * A catalogue file that cannot be used: says which file, where inside (a dotted path such as
 * `sections[0].indicators[1].target`, or `line 3, column 5` for broken YAML) and why.
 */
export class CatalogError extends Error {
  readonly file: string;
  readonly path: string;
  readonly reason: string;

  constructor(file: string, path: string, reason: string) {
    super(`${file}: ${path}: ${reason}`);
    this.name = 'CatalogError';
    this.file = file;
    this.path = path;
    this.reason = reason;
  }
}
