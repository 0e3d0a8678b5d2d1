import { audit } from '#app/fielding/audit/audit.ts';
import type { EStatError, PopulationQuery } from '#app/fielding/ports.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { lockRound, updateRound } from '#db/queries/round.ts';
import { listTally } from '#db/queries/tally.ts';
import { inTransaction } from '#db/transaction.ts';
import { type Weighing, weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import {
  type AgeCount,
  type AgeSpan,
  type CutClassRule,
  parseAgeBand,
  sumIntoBands,
} from '#surveys/round/age-bands.ts';
import { buildFrame, strataToKeep } from '#surveys/round/build-frame.ts';
import { checkFrame, type Frame, type FrameMargin, type FrameProblem } from '#surveys/round/frame.ts';
import { listMarginDimensions } from '#surveys/round/margin-dimensions.ts';
import type { Round } from '#surveys/round/round.ts';

/** Why e-Stat's population makes no frame of a round. */
export type EStatRefusal =
  /** The questionnaire does not ask both sex and age. */
  | { readonly kind: 'no_sex_or_age' }
  | { readonly kind: 'e_stat'; readonly error: EStatError }
  /** A class of ages in the table lies across the border of a band of the questionnaire. */
  | { readonly kind: 'class_cut'; readonly cut: AgeSpan; readonly band: string }
  | { readonly kind: 'band_uncovered'; readonly band: string };

export type EStatFrame =
  | { readonly kind: 'read'; readonly frame: Frame }
  | { readonly kind: 'refused'; readonly refusal: EStatRefusal };

const refused = (refusal: EStatRefusal): EStatFrame => ({ kind: 'refused', refusal });

interface EStatInput extends PopulationQuery {
  readonly round: Round;
  readonly rule: CutClassRule;
}

/** A frame with the population by sex and age that e-Stat has of a municipality; nothing is saved yet. */
export async function readEStatFrame(
  { eStat, now }: Pick<Services, 'eStat' | 'now'>,
  { round, rule, areaCode, statsDataId }: EStatInput,
): Promise<EStatFrame> {
  const asked = listSexesAndBands(round.questionnaire);
  if (!asked) return refused({ kind: 'no_sex_or_age' });
  const result = await eStat.fetchPopulation({ areaCode, statsDataId });
  if (!result.ok) return refused({ kind: 'e_stat', error: result.error });
  const { population } = result;
  const banded = toMargin(population.ages, asked, rule);
  if (banded.kind === 'refused') return banded;
  const frame = buildFrame(round.questionnaire, {
    source: `${population.source} ${population.areaName}`,
    asOf: population.asOf ?? now().toISOString().slice(0, 10),
    margins: [banded.margin],
    strata: strataToKeep(round.frame),
    nIssued: round.nIssued,
  });
  return { kind: 'read', frame };
}

interface AskedAbout {
  /** The answer codes of men and women. */
  readonly codes: Readonly<Record<AgeCount['sex'], string>>;
  readonly bands: readonly string[];
}

/** The categories of sex and age that a questionnaire asks about; undefined when it does not ask both. */
function listSexesAndBands(questionnaire: Questionnaire): AskedAbout | undefined {
  const { dimensions } = listMarginDimensions(questionnaire);
  const codesOf = (name: string) => dimensions.find(({ dimension }) => dimension === name)?.codes;
  const bands = [...new Set(codesOf('age')?.values() ?? [])];
  const [m, f] = [codesOf('sex')?.get('男'), codesOf('sex')?.get('女')];
  if (m === undefined || f === undefined || bands.length === 0 || !bands.every(parseAgeBand))
    return undefined;
  return { codes: { m, f }, bands };
}

function toMargin(ages: readonly AgeCount[], { codes, bands }: AskedAbout, rule: CutClassRule) {
  const banded = sumIntoBands(ages, bands, rule);
  if (!banded.ok) {
    return {
      kind: 'refused' as const,
      refusal:
        'cut' in banded
          ? { kind: 'class_cut' as const, cut: banded.cut, band: banded.band }
          : { kind: 'band_uncovered' as const, band: banded.uncovered },
    };
  }
  const margin: FrameMargin = {
    by: ['sex', 'age'],
    categories: (['m', 'f'] as const).flatMap((sex) =>
      bands.map((band) => ({
        key: [codes[sex], band],
        population: banded.counts.get(band)?.[sex] ?? 0,
      })),
    ),
  };
  return { kind: 'read' as const, margin };
}

export type SaveFrameResult =
  | { readonly kind: 'saved' }
  /** The round is not in preparation any more. */
  | { readonly kind: 'locked' }
  /** The frame cannot be used. */
  | { readonly kind: 'unusable'; readonly problems: readonly FrameProblem[] };

interface SaveFrameInput {
  readonly by: Account;
  readonly roundId: string;
  readonly frame: Frame;
}

/** Stores the frame of a round in preparation, in place of the one before, if it can be used. */
export async function saveFrame(
  services: Services,
  { by, roundId, frame }: SaveFrameInput,
): Promise<SaveFrameResult> {
  const problems = checkFrame(frame);
  if (problems.length > 0) return { kind: 'unusable', problems };
  return inTransaction(services.db, async (tx): Promise<SaveFrameResult> => {
    if ((await lockRound(tx, { roundId, mode: 'exclusive' })) !== 'draft') return { kind: 'locked' };
    await updateRound(tx, roundId, { frame });
    const population = frame.strata.reduce((sum, stratum) => sum + stratum.population, 0);
    await audit(services, tx, {
      by,
      action: 'round.frame_set',
      on: { type: 'round', id: roundId },
      detail: { source: frame.source, asOf: frame.asOf, population, nMerges: frame.merges.length },
    });
    return { kind: 'saved' };
  });
}

/**
 * Whether the answers so far can be weighted to the frame; null where none ever are: while the round is prepared,
 * without a frame, or of a sample that was not drawn.
 */
export async function weighSoFar(
  { db }: Pick<Services, 'db'>,
  { id, state, design, frame }: Round,
): Promise<Weighing | null> {
  if (frame === null || state === 'draft' || design !== 'probability') return null;
  return weighRound(await listTally(db, id), frame);
}
