import type { Questionnaire } from '#surveys/questionnaire/definition.ts';

/** How far a respondent came: began, saved a page for the first time, or sent the answers. */
export type ReachedStep =
  | { readonly kind: 'begun' }
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'sent' };

const pagePrefix = 'page:';

/**
 * The text a step is counted under.
 * @example stepKey({ kind: 'page', pageId: 'media' }) // 'page:media'
 */
export function stepKey(step: ReachedStep): string {
  return step.kind === 'page' ? `${pagePrefix}${step.pageId}` : step.kind;
}

/** The step that a key counts. @throws {Error} for a text that is no key of ours */
export function parseStep(key: string): ReachedStep {
  if (key === 'begun' || key === 'sent') return { kind: key };
  if (key.startsWith(pagePrefix)) return { kind: 'page', pageId: key.slice(pagePrefix.length) };
  throw new Error(`not a step of a questionnaire: ${key}`);
}

/** One line of the way through a questionnaire. */
export interface PageProgress {
  readonly step: ReachedStep;
  /** Respondents who came this far. */
  readonly n: number;
  /** n of those who began, 0–1; null when nobody did. */
  readonly shareOfBegun: number | null;
  /** Who came to the step before and not to this one; never negative. */
  readonly nLost: number;
  /** The page is shown only to some (a filter decides), so a smaller n is not a loss. */
  readonly isConditional: boolean;
}

/**
 * The way through a questionnaire from its page counters: begun, every page in its order, sent.
 *
 * The denominator of every share is those who began. A page that only some are asked has no loss, and the
 * loss of the next is counted from the last page that everyone sees. Steps without a counter have n 0;
 * counters of pages the questionnaire does not have are left out.
 */
export function traceProgress(
  questionnaire: Pick<Questionnaire, 'pages'>,
  counts: readonly { readonly step: ReachedStep; readonly n: number }[],
): readonly PageProgress[] {
  const nByKey = new Map(counts.map(({ step, n }) => [stepKey(step), n]));
  const steps: readonly { readonly step: ReachedStep; readonly isConditional: boolean }[] = [
    { step: { kind: 'begun' }, isConditional: false },
    ...questionnaire.pages.map(({ id, showWhen, questions }) => ({
      step: { kind: 'page' as const, pageId: id },
      isConditional: showWhen !== undefined || questions.every((question) => question.showWhen !== undefined),
    })),
    { step: { kind: 'sent' }, isConditional: false },
  ];
  const nBegun = nByKey.get('begun') ?? 0;
  let nBefore = nBegun;
  return steps.map(({ step, isConditional }) => {
    const n = nByKey.get(stepKey(step)) ?? 0;
    const nLost = isConditional ? 0 : Math.max(0, nBefore - n);
    if (!isConditional) nBefore = n;
    return { step, n, isConditional, nLost, shareOfBegun: nBegun === 0 ? null : n / nBegun };
  });
}
