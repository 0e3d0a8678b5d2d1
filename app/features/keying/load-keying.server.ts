import type { AppLoadContext } from '@remix-run/node';
import { listOpenForms } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** What the keying page of a round shows to one account. */
export async function loadKeying(context: AppLoadContext, round: Round, accountId: string) {
  const { db, now } = context.services;
  const forms = await listOpenForms(db, round.id);
  const once = forms.filter(({ entries }) => entries.length === 1);
  const counts = await listKeyingCounts(db, round.id);
  return {
    id: round.id,
    title: round.title,
    isDemo: round.isDemo,
    hasCodes: round.access === 'code',
    marks: listStratumMarks(round),
    pages: round.questionnaire.pages,
    takesPaper: takesAnswers(round, 'paper', now().toISOString()),
    nOnce: once.length,
    /** Forms that another account keyed and this one may key: their numbers tell nothing of what they say. */
    toKey: once.filter(({ entries }) => entries[0]?.accountId !== accountId).map(({ serial }) => serial),
    nTwice: forms.length - once.length,
    nSettled: Math.max(0, ...counts.map(({ nKeyed }) => nKeyed)) / 2,
  };
}

export type KeyingRound = Awaited<ReturnType<typeof loadKeying>>;
