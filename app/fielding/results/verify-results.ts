import { recountResponses } from '#app/fielding/results/recount-responses.ts';
import type { Db } from '#db/dialect.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listRoundResults, type Provenance, type StoredResult } from '#db/queries/result.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { listTally } from '#db/queries/tally.ts';
import { diffTallies, type TallyDifference } from '#surveys/aggregation/tally/merge.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { type EvaluatedIndicator, evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { describeProvenance, hashResult } from '#surveys/evaluation/provenance.ts';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { isKeptStill } from '#surveys/round/lifecycle.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';

/** How a stored result of a round departs from what the round's responses give; values are canonical JSON. */
export type ResultDifference =
  /** The round has a figure of the indicator, but no result is stored. */
  | { readonly kind: 'missing'; readonly indicatorId: string }
  /** A result is stored that the round does not measure, or that it cannot have yet. */
  | { readonly kind: 'unexpected'; readonly indicatorId: string }
  | {
      readonly kind: 'changed';
      readonly indicatorId: string;
      readonly field: string;
      readonly stored: string;
      readonly computed: string;
    };

/** What is left to judge by: everything, the tally alone, or the tally without the names that it was counted by. */
export type Basis = 'responses' | 'tally' | 'nameless-tally';

export interface RoundVerdict {
  readonly basis: Basis;
  /** Cells of the stored tally that the responses do not give. */
  readonly tally: readonly TallyDifference[];
  readonly nResults: number;
  readonly results: readonly ResultDifference[];
  /** Results whose explanatory texts another version of the software wrote: those are not compared. */
  readonly nNotesOfOtherVersion: number;
}

export interface VerifyRoundInput {
  readonly round: Round;
  /** The present instant, ISO-8601 UTC: answers cannot have been erased after it. */
  readonly now: string;
  readonly softwareVersion: string;
}

/** Whether nothing of a round differs. */
export const isVerified = ({ tally, results }: RoundVerdict): boolean =>
  tally.length === 0 && results.length === 0;

/**
 * Judges the stored tally and the stored results of a round by its responses, counted in memory; only reads.
 *
 * Every field of every result is compared: what is shown, where it is shown, provenance and hash. Where the answers
 * were erased after the day promised for it, results are judged by the tally that is kept, and the tally only by
 * what came in since; where the tally lost its names with them, only the plain figure of a result is. What a result
 * says of its software version is taken from it: a newer version that computes the same is no difference.
 * @throws {z.ZodError | SyntaxError | RangeError} when what is stored cannot be read
 */
export async function verifyRound(db: Db, input: VerifyRoundInput): Promise<RoundVerdict> {
  const { round } = input;
  const basis = await findBasis(db, input);
  const stored = await listTally(db, round.id);
  const recounted = await recountResponses(db, round);
  const differences = diffTallies(stored, recounted);
  const results = await listRoundResults(db, round.id);
  return {
    basis,
    tally:
      basis === 'responses'
        ? differences
        : differences.filter(({ nStored, nRecounted }) => nRecounted > nStored),
    nResults: results.length,
    results: await compareResults(db, input, {
      stored: results,
      tally: basis === 'responses' ? recounted : stored,
      basis,
    }),
    nNotesOfOtherVersion: results.filter((result) => !isOfVersion(result, input.softwareVersion)).length,
  };
}

/** An erasure before the last day of keeping, or one still to come, is not believed. */
async function findBasis(db: Db, { round, now }: VerifyRoundInput): Promise<Basis> {
  const isErased = (await listRoundSteps(db, round.id)).some(
    ({ transition, at }) => transition === 'erase' && at <= now && !isKeptStill(round.terms, at),
  );
  if (!isErased) return 'responses';
  return isAskedByName(round) ? 'nameless-tally' : 'tally';
}

async function compareResults(
  db: Db,
  { round, softwareVersion }: VerifyRoundInput,
  given: {
    readonly stored: readonly StoredResult[];
    readonly tally: readonly TallyCount[];
    readonly basis: Basis;
  },
): Promise<readonly ResultDifference[]> {
  const { stored, tally, basis } = given;
  const state = figureStateOf(round.state);
  const plan = await getPlan(db, round.planId);
  const evaluated =
    state === 'provisional'
      ? []
      : evaluateRound({ plan, round, tally, state }).indicators.filter(({ result }) => result.value !== null);
  const idOf = ({ indicator }: EvaluatedIndicator) => indicator.id;
  const missing = evaluated
    .map(idOf)
    .filter((id) => !stored.some(({ indicatorId }) => indicatorId === id))
    .map((indicatorId): ResultDifference => ({ kind: 'missing', indicatorId }));
  const others = stored.flatMap((result): readonly ResultDifference[] => {
    const { indicatorId } = result;
    const again = evaluated.find((one) => idOf(one) === indicatorId);
    if (!again) return [{ kind: 'unexpected', indicatorId }];
    const fields = { stored: fieldsOf(result), computed: recompute(round, tally, again, result) };
    return listChanges(fields)
      .filter(({ field }) => field !== 'methodNote' || isOfVersion(result, softwareVersion))
      .filter(({ field }) => basis !== 'nameless-tally' || plainFields.includes(field))
      .map((change) => ({ kind: 'changed', indicatorId, ...change }));
  });
  return [...missing, ...others];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a tally without names still gives to the last digit. */
const plainFields = ['planId', 'fiscalYear', 'state', 'source', 'value', 'display', 'n', 'official'];

const isOfVersion = ({ provenance }: StoredResult, softwareVersion: string) =>
  provenance.softwareVersion === softwareVersion;

const fieldsOf = ({ planId, fiscalYear, result, provenance, hash }: StoredResult): Fields => ({
  planId,
  fiscalYear,
  ...result,
  ...prefixProvenance(provenance),
  hash,
});

function recompute(
  round: Round,
  tally: readonly TallyCount[],
  evaluated: EvaluatedIndicator,
  { provenance }: StoredResult,
): Fields {
  const again = describeProvenance({ round, tally }, evaluated, String(provenance.softwareVersion));
  const { planId, fiscalYear } = round;
  const hash = hashResult(evaluated, again);
  return { planId, fiscalYear, ...evaluated.result, ...prefixProvenance({ ...again }), hash };
}

const prefixProvenance = (provenance: Provenance): Fields =>
  Object.fromEntries(Object.entries(provenance).map(([key, value]) => [`provenance.${key}`, value]));

function listChanges({ stored, computed }: { readonly stored: Fields; readonly computed: Fields }) {
  return [...new Set([...Object.keys(stored), ...Object.keys(computed)])]
    .map((field) => ({
      field,
      stored: formatCanonicalJson(stored[field]),
      computed: formatCanonicalJson(computed[field]),
    }))
    .filter((change) => change.stored !== change.computed);
}
