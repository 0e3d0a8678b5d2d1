import type { Services } from '#app/fielding/services.ts';
import { listOpenForms } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** How far the keying of a round is, as one account sees it. */
export interface KeyingProgress {
  readonly takesPaper: boolean;
  /** Forms that one person keyed, and forms that two keyed and that are not settled. */
  readonly nOnce: number;
  readonly nTwice: number;
  readonly nSettled: number;
  /** Serials of forms that another account keyed and this one may key: they tell nothing of what the forms say. */
  readonly toKey: readonly string[];
}

export async function loadKeying(
  { db, now }: Services,
  { round, accountId }: { readonly round: Round; readonly accountId: string },
): Promise<KeyingProgress> {
  const forms = await listOpenForms(db, round.id);
  const once = forms.filter(({ entries }) => entries.length === 1);
  const counts = await listKeyingCounts(db, round.id);
  return {
    takesPaper: takesAnswers(round, 'paper', now().toISOString()),
    nOnce: once.length,
    nTwice: forms.length - once.length,
    nSettled: Math.max(0, ...counts.map(({ nKeyed }) => nKeyed)) / 2,
    toKey: once.filter(({ entries }) => entries[0]?.accountId !== accountId).map(({ serial }) => serial),
  };
}
