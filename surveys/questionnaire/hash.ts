import { createHash } from 'node:crypto';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';

/**
 * The content hash of a questionnaire: SHA-256 of its canonical JSON, 64 hexadecimal digits. The order of keys
 * does not matter; the order of pages, questions and options does, and so does every word of every language.
 */
export function hashQuestionnaire(questionnaire: Questionnaire): string {
  return createHash('sha256').update(formatCanonicalJson(questionnaire), 'utf8').digest('hex');
}
