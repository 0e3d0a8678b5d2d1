/**
 * Runs a file of reference cases (`survey-reference/1`) against the estimators:
 *
 *     npm run reference -- path/to/cases.json
 *
 * Prints every failing case with what we got and what R has, what was skipped by name and count, and a last
 * line `N passed, N failed, N skipped`. Exits with 1 when a case failed, with 2 when the file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { parseReferenceFile } from './reference-case.ts';
import { runCase } from './run-cases.ts';

const path = process.argv[2];
if (path === undefined) {
  console.error('usage: npm run reference -- path/to/cases.json');
  process.exit(2);
}
const { cases, unreadable } = parseReferenceFile(readFileSync(path, 'utf8'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const skipped = new Map<string, number>();
const skip = (name: string) => skipped.set(name, (skipped.get(name) ?? 0) + 1);
for (const { family, reason } of unreadable) {
  totals.skipped += 1;
  skip(`${family}: ${reason}`);
}
for (const referenceCase of cases) {
  const result = runCase(referenceCase, path);
  totals[result.status] += 1;
  if (result.status === 'failed') {
    console.log(`FAILED ${referenceCase.id} (from ${result.route})`);
    for (const { key, got, want } of result.mismatches.slice(0, 5)) {
      console.log(`  ${key}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
    }
    if (result.mismatches.length > 5) console.log(`  and ${result.mismatches.length - 5} more`);
  }
  if (result.status === 'skipped') skip(`${referenceCase.family}: ${result.reason}`);
}
for (const [name, count] of skipped) console.log(`skipped ${count} of ${name}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
