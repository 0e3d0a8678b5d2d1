import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Arrivals of a day over those of the day before, as after one mailing. */
const dailyRatio = 0.85;

/**
 * Spreads demo answers over the ward's calendar days from opening to closing, or to now while the round is
 * open: many on the first days, fewer later. Every item comes back once, in its order; days without any are
 * left out.
 */
export function spreadOverDays<Item>(
  items: readonly Item[],
  round: { readonly opensAt: string; readonly closesAt: string },
  now: Date,
): readonly { readonly day: string; readonly items: readonly Item[] }[] {
  const opens = Date.parse(round.opensAt);
  const until = Math.min(now.getTime(), Date.parse(round.closesAt) - 1);
  const nDays = Math.max(1, Math.floor((until - opens) / dayMs) + 1);
  const total = 1 - dailyRatio ** nDays;
  const endOf = (index: number) => Math.round((items.length * (1 - dailyRatio ** (index + 1))) / total);
  return Array.from({ length: nDays }, (_, index) => ({
    day: japaneseDayOf(new Date(opens + index * dayMs).toISOString()),
    items: items.slice(index === 0 ? 0 : endOf(index - 1), endOf(index)),
  })).filter((part) => part.items.length > 0);
}
