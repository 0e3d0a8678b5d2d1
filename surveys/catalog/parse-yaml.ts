import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { CatalogError } from './catalog-error.ts';

/**
 * Parses one YAML document and checks it against a schema. Anchors, duplicate keys and unknown tags follow
 * YAML 1.2; an empty text is a document holding null, which a schema of an object refuses.
 * @param file Name of the file, only for messages.
 * @returns The schema's output.
 * @throws {CatalogError} For broken YAML (path = line and column) or a value the schema refuses (path = place
 * inside the document of the first problem; the reason tells how many more there are).
 */
export function parseYaml<S extends z.ZodType>(text: string, file: string, schema: S): z.output<S> {
  const document = parseDocument(text, { prettyErrors: false });
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken !== undefined) throw new CatalogError(file, lineAndColumn(text, broken.pos[0]), broken.message);

  const parsed = schema.safeParse(readValue(document, file));
  if (parsed.success) return parsed.data;

  const [first, ...others] = parsed.error.issues;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new CatalogError(file, formatPath(first?.path ?? []), `${first?.message ?? 'invalid'}${more}`);
}

/**
 * The place of a value inside a document, as `sections[0].id`; the document itself is `(document)`.
 */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '(document)' : text;
}

/** Resolving aliases can fail although the syntax was fine (an unknown alias, a document that explodes). */
function readValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new CatalogError(file, '(document)', error instanceof Error ? error.message : String(error));
  }
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
