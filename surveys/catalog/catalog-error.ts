/** What kind of thing is wrong: something that is not there, or what a file says. */
export type CatalogFault = 'no_folder' | 'no_ward_file' | 'no_plan' | 'content';

/**
 * A catalogue file that cannot be used: says which file, where inside (a dotted path such as
 * `sections[0].indicators[1].target`, or `line 3, column 5` for broken YAML) and why.
 */
export class CatalogError extends Error {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
  readonly fault: CatalogFault;

  constructor(file: string, path: string, reason: string, fault: CatalogFault = 'content') {
    super(`${file}: ${path}: ${reason}`);
    this.name = 'CatalogError';
    this.file = file;
    this.path = path;
    this.reason = reason;
    this.fault = fault;
  }
}
