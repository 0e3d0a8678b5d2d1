import { clopperPearson } from '#surveys/aggregation/estimate/clopper-pearson.ts';
import {
  type Alternative,
  binomialTest,
  oneProportionTest,
  twoProportionTest,
} from '#surveys/aggregation/estimate/proportion-test.ts';
import type { CaseContext, Got, Method } from './got.ts';

export function alternativeOf({ referenceCase }: CaseContext): Alternative {
  const { alternative } = referenceCase.input;
  return alternative === 'greater' || alternative === 'less' ? alternative : 'two-sided';
}

const oneProportion: Method = (context) => {
  const { x, n, p0, level = 0.95, correct } = context.referenceCase.input;
  const test = oneProportionTest({
    x: Number(x),
    n: Number(n),
    p0: Number(p0),
    alternative: alternativeOf(context),
    level,
    isCorrected: correct ?? false,
  });
  return {
    estimate: Number(x) / Number(n),
    chisq: test.chiSquare ?? Number.NaN,
    pValue: test.pValue ?? Number.NaN,
    lower: test.lower,
    upper: test.upper,
  };
};

const twoProportion: Method = (context) => {
  const { x, n, level = 0.95, correct } = context.referenceCase.input;
  const [x1 = 0, x2 = 0] = x as number[];
  const [n1 = 0, n2 = 0] = n as number[];
  const test = twoProportionTest(
    { x: x1, n: n1 },
    { x: x2, n: n2 },
    { alternative: alternativeOf(context), level, isCorrected: correct ?? false },
  );
  return {
    difference: x1 / n1 - x2 / n2,
    chisq: test.chiSquare ?? Number.NaN,
    df: 1,
    pValue: test.pValue ?? Number.NaN,
    lower: test.lower,
    upper: test.upper,
  };
};

const binomTest: Method = (context): Got => {
  const { p0, level = 0.95 } = context.referenceCase.input;
  const [x, n] = [Number(context.referenceCase.input.x), Number(context.referenceCase.input.n)];
  const alternative = alternativeOf(context);
  const interval = clopperPearson({ x, n, level: alternative === 'two-sided' ? level : 2 * level - 1 });
  return {
    estimate: x / n,
    pValue: binomialTest(x, n, Number(p0), alternative),
    lower: alternative === 'less' ? 0 : (interval?.lower ?? Number.NaN),
    upper: alternative === 'greater' ? 1 : (interval?.upper ?? Number.NaN),
  };
};

export const unweightedTestMethods: { readonly [method: string]: Method } = {
  'one-proportion': oneProportion,
  'one-proportion-cc': oneProportion,
  'two-proportion': twoProportion,
  'two-proportion-cc': twoProportion,
  'binom-test': binomTest,
};
