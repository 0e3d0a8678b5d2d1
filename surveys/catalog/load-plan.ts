import { type Plan, planSchema } from '#surveys/plan/plan.ts';
import { loadText } from './load-text.ts';
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
  return parsePlan(loadText(path), path);
}
