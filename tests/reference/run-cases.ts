import { dirname, resolve } from 'node:path';
import { compareResult, type Mismatch } from './compare-result.ts';
import { binomialMethods } from './methods/binomial.ts';
import { calibrationMethod } from './methods/calibration.ts';
import type { Method } from './methods/got.ts';
import { meanScoreMethods } from './methods/mean-score.ts';
import { multicategoryMethods } from './methods/multicategory.ts';
import { unweightedTestMethods } from './methods/unweighted-test.ts';
import { weightedProportionMethods } from './methods/weighted-proportion.ts';
import { weightedTestMethods } from './methods/weighted-test.ts';
import { type ReferenceCase, UnsupportedCase } from './reference-case.ts';
import type { Route } from './reference-sample.ts';

const methods: { readonly [method: string]: Method } = {
  ...binomialMethods,
  ...unweightedTestMethods,
  ...weightedProportionMethods,
  ...meanScoreMethods,
  ...weightedTestMethods,
  ...multicategoryMethods,
};

const routes: readonly Route[] = ['respondents', 'cells'];

export type CaseResult =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly route: Route; readonly mismatches: readonly Mismatch[] }
  | { readonly status: 'skipped'; readonly reason: string };

/** Finds what answers a case; a method that only a `calibration` with variables describes is a calibration. */
function findMethod({ method, input }: ReferenceCase): Method | undefined {
  return methods[method] ?? (input.calibration && input.variables ? calibrationMethod : undefined);
}

/**
 * Runs one value case by both routes, respondent by respondent and from cells, and compares with R.
 *
 * Behaviour cases are skipped here: what we do instead of R's answer stands in the behaviour table.
 */
export function runCase(referenceCase: ReferenceCase, casesPath: string): CaseResult {
  if (referenceCase.kind === 'behaviour')
    return { status: 'skipped', reason: 'behaviour (see the behaviour table)' };
  const method = findMethod(referenceCase);
  if (!method) return { status: 'skipped', reason: `method ${referenceCase.method}` };
  const folder = dirname(resolve(casesPath));
  for (const route of routes) {
    try {
      const got = method({ referenceCase, folder, route });
      const mismatches = compareResult(referenceCase, got, folder);
      if (mismatches.length > 0) return { status: 'failed', route, mismatches };
    } catch (error) {
      if (error instanceof UnsupportedCase) return { status: 'skipped', reason: error.message };
      if (!(error instanceof RangeError)) throw error;
      return {
        status: 'failed',
        route,
        mismatches: [{ key: '(all)', got: error.message, want: 'a result' }],
      };
    }
  }
  return { status: 'passed' };
}

/** What the engine answers to one case by one route; for the behaviour table. */
export function answerCase(referenceCase: ReferenceCase, casesPath: string, route: Route = 'cells') {
  const method = findMethod(referenceCase);
  if (!method) throw new UnsupportedCase(`method ${referenceCase.method}`);
  return method({ referenceCase, folder: dirname(resolve(casesPath)), route });
}
