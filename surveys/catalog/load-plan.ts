import { readFileSync } from 'node:fs';
import { type Plan, planSchema } from '#surveys/plan/plan.ts';
import { CatalogError } from './catalog-error.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Reads a plan from YAML text.
 * @param fileName Only for messages.
 * @throws {CatalogError} With file, path inside and reason, for broken YAML, unknown or missing fields, and
 * ids or fiscal years given twice.
 */
export function parsePlan(yamlText: string, fileName: string): Plan {
  return parseYaml(yamlText, fileName, planSchema);
}

/**
 * Reads a plan from a YAML file (UTF-8).
 * @throws {CatalogError} As `parsePlan`, and with the path `(file)` where the file cannot be read.
 */
export function loadPlan(path: string): Plan {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CatalogError(path, '(file)', error instanceof Error ? error.message : String(error));
  }
  return parsePlan(text, path);
}
