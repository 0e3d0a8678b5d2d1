import { type UsualTerms, usualTermsSchema } from '#surveys/round/terms.ts';
import { loadText } from './load-text.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Reads what a ward's rounds usually promise from a YAML file (UTF-8), for every audience.
 * @throws {CatalogError} With file, path inside and reason, where the file cannot be read or parsed, an audience or a
 * text is missing, or anything stands there that is not known.
 */
export const loadUsualTerms = (path: string): UsualTerms => parseYaml(loadText(path), path, usualTermsSchema);
