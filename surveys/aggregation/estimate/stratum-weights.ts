import type { Frame, Merge } from '#surveys/round/frame.ts';
import { unknownStratum } from '#surveys/round/stratum.ts';
import type { TallyCell } from './indexed-tally.ts';
import type { SampleCell } from './sample-cells.ts';
import type { WeighingError } from './weighing-error.ts';

export type StratumWeights =
  | {
      readonly ok: true;
      readonly cells: readonly SampleCell[];
      readonly populations: ReadonlyMap<string, number>;
      readonly applied: readonly Merge[];
      /** Share of the respondents whose stratum nobody knows, 0–1. */
      readonly unknownShare: number;
    }
  | { readonly ok: false; readonly error: WeighingError };

/**
 * Gives every cell its stratum (approved merges of strata applied where one has no respondent) and the base
 * weight N_h / r_h, population over respondents. Respondents whose stratum nobody knows (forms that came back
 * without their code) stand as a stratum of their own with their share u of the respondents; the known strata
 * are scaled by 1 − u, as margins are for respondents who lack a variable, but never below their respondents:
 * everyone stands for oneself at least. A stratum has more respondents than people only by its own population.
 */
export function assignStrata(cells: readonly TallyCell[], frame: Frame): StratumWeights {
  const { strata, unknownShare } = listStrata(cells, frame);
  const known = new Set(strata.map(({ id }) => id));
  const stray = cells.find(({ stratum }) => !known.has(stratum));
  if (stray) return { ok: false, error: { kind: 'unknown-stratum', stratum: stray.stratum } };
  const target = new Map(strata.map(({ id }) => [id, id]));
  const total = <T extends { readonly n: number; readonly stratum: string }>(
    id: string,
    items: readonly T[],
  ) => items.reduce((sum, { stratum, n }) => (target.get(stratum) === id ? sum + n : sum), 0);
  const applied: Merge[] = [];
  for (const merge of frame.merges) {
    if (merge.dimension !== 'stratum') continue;
    const [from, into] = [target.get(merge.from) ?? merge.from, target.get(merge.into) ?? merge.into];
    if (from === into || (total(from, cells) > 0 && total(into, cells) > 0)) continue;
    for (const [id, current] of target) if (current === from) target.set(id, into);
    applied.push(merge);
  }
  const people = strata.map(({ id, population }) => ({ stratum: id, n: population }));
  const populations = new Map<string, number>();
  for (const stratum of new Set(target.values())) {
    const population = total(stratum, people);
    const n = total(stratum, cells);
    if (n === 0) {
      const next = frame.strata.find(({ id }) => target.get(id) !== stratum)?.id;
      const offer: Merge | null =
        next === undefined ? null : { dimension: 'stratum', from: stratum, into: next };
      return { ok: false, error: { kind: 'stratum-without-respondents', stratum, offer } };
    }
    if (n > population) {
      return { ok: false, error: { kind: 'more-respondents-than-people', stratum, n, population } };
    }
    const share = unknownShare === 0 || stratum === unknownStratum ? 1 : 1 - unknownShare;
    populations.set(stratum, Math.max(population * share, n));
  }
  const weights = new Map([...populations].map(([id, population]) => [id, population / total(id, cells)]));
  return {
    ok: true,
    populations,
    applied,
    unknownShare,
    cells: cells.map(({ stratum, n }) => {
      const merged = target.get(stratum) ?? stratum;
      return { stratum: merged, baseWeight: weights.get(merged) ?? 0, n };
    }),
  };
}

/** The strata of the frame, with one for respondents of unknown stratum where there are any. */
function listStrata(cells: readonly TallyCell[], frame: Frame) {
  const count = (isIn: (cell: TallyCell) => boolean) =>
    cells.reduce((sum, cell) => (isIn(cell) ? sum + cell.n : sum), 0);
  const isDrawn = frame.strata.some(({ id }) => id === unknownStratum);
  const nUnknown = isDrawn ? 0 : count(({ stratum }) => stratum === unknownStratum);
  const unknownShare = nUnknown / count(() => true);
  if (nUnknown === 0) return { strata: frame.strata, unknownShare: 0 };
  const total = frame.strata.reduce((sum, { population }) => sum + population, 0);
  const unknown = { id: unknownStratum, population: total * unknownShare };
  return { strata: [...frame.strata, unknown], unknownShare };
}
