import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReferenceFile } from '#tests/reference/reference-case.ts';
import { runCase } from '#tests/reference/run-cases.ts';

const path = 'tests/fixtures/survey-reference/cases.json';
const { cases } = parseReferenceFile(readFileSync(path, 'utf8'));
const results = cases.map((referenceCase) => ({ referenceCase, result: runCase(referenceCase, path) }));

describe('the estimators agree with R', () => {
  const families = [...new Set(cases.map(({ family }) => family))].filter((family) => family !== 'cluster');

  it.each(families)('in every value case of %s, from respondents and from cells', (family) => {
    const ofFamily = results.filter(({ referenceCase }) => referenceCase.family === family);
    const failed = ofFamily.filter(({ result }) => result.status === 'failed');
    expect(failed).toEqual([]);
    expect(ofFamily.some(({ result }) => result.status === 'passed')).toBe(true);
  });

  it('leaves out nothing but clusters and the behaviour table', () => {
    const reasons = results.flatMap(({ result }) => (result.status === 'skipped' ? [result.reason] : []));
    expect([...new Set(reasons)].sort()).toEqual([
      'behaviour (see the behaviour table)',
      'cluster designs are out of scope',
    ]);
  });
});
