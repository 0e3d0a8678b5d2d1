import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import { softwareVersion } from '#app/fielding/results/software-version.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';
import type { Account } from '#db/queries/account.ts';
import { countOpenForms } from '#db/queries/keyed-entry.ts';
import { getPlan } from '#db/queries/plan.ts';
import { parseJapaneseTime } from '#surveys/round/japanese-time.ts';
import { judgeTransition } from '#surveys/round/lifecycle.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a clerk may do with a round on its page, in the order of its life. */
export const roundActions = ['return', 'extend', 'close', 'finalise', 'destroy_paper'] as const;
export type RoundAction = (typeof roundActions)[number];

export type FieldResult = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

interface FieldInput {
  readonly by: Account;
  readonly round: Round;
  readonly action: RoundAction;
  /** Why a round is extended or taken back. */
  readonly note: string;
  /** The new closing of an extension, `YYYY-MM-DDThh:mm` in Japanese time. */
  readonly closesAt: string;
}

const refused = (message: string): FieldResult => ({ kind: 'refused', message });

/** Takes back, extends, closes or finalises a round; what its rules do not allow is refused with the reason. */
export async function fieldRound(context: AppLoadContext, input: FieldInput): Promise<FieldResult> {
  const { by, round, action, note } = input;
  if (action === 'finalise') return finalise(context, by, round);
  const newClosesAt = action === 'extend' ? parseJapaneseTime(input.closesAt) : undefined;
  const outcome = await moveRoundFor(context.services, {
    by,
    roundId: round.id,
    transition: action,
    note: newClosesAt === undefined ? note : extensionNote(round, newClosesAt, note),
    ...(newClosesAt !== undefined && { newClosesAt }),
  });
  return outcome.kind === 'moved' ? { kind: 'done' } : refused(refusalWords(outcome.refusal));
}

/** The history of the round tells from when to when; without a reason there is nothing to tell. */
const extensionNote = ({ closesAt }: Round, newClosesAt: string, reason: string): string =>
  reason.trim() === ''
    ? ''
    : `${formatDateTime(closesAt)}から${formatDateTime(newClosesAt)}へ。${reason.trim()}`;

async function finalise(context: AppLoadContext, by: Account, round: Round): Promise<FieldResult> {
  const { db, now, log, randomness } = context.services;
  const at = now().toISOString();
  const verdict = judgeTransition({
    transition: 'finalise',
    round: { ...round, keptUntil: round.terms },
    mover: by.role,
    moverId: by.id,
    requesterId: null,
    needsFourEyes: false,
    reason: '',
    newClosesAt: null,
    now: at,
  });
  if (verdict.kind === 'refused') return refused(refusalWords(verdict.refusal));
  await closeAcceptedForms(context.services, round.id);
  const nOpenForms = await countOpenForms(db, round.id);
  if (nOpenForms > 0) {
    return refused(
      `入力の途中の紙の調査票が${nOpenForms}票あります。「紙の調査票を入力する」の「入力途中の票」で、2人目の入力か確認を済ませるか、取り消してから確定してください。`,
    );
  }
  const plan = await getPlan(db, round.planId);
  const outcome = await finaliseResults(db, {
    plan,
    roundId: round.id,
    now: at,
    softwareVersion,
    randomness,
    actor: { id: by.id, name: by.displayName },
    afterwards: (tx) =>
      audit(context.services, tx, { by, action: 'round.finalised', on: { type: 'round', id: round.id } }),
  });
  switch (outcome.kind) {
    case 'finalised':
      await forgetRound(context);
      return { kind: 'done' };
    case 'not_closed': {
      const refusal = { kind: 'wrong_state', state: outcome.state, from: ['closed'] } as const;
      return refused(refusalWords(refusal));
    }
    case 'tally_disagrees':
      log.error(
        { roundId: round.id, nDifferences: outcome.differences.length },
        'tally and recount disagree',
      );
      return refused(
        '集計表と回答票の数え直しが一致しないため、確定を中止しました。システム管理者に連絡してください。',
      );
  }
}

/** What the round's codes, keys and drafts leave outside of its tables goes, too: now, or as soon as it can. */
async function forgetRound({ services: { eraser, usedCodes, log } }: AppLoadContext): Promise<void> {
  await usedCodes.catchUp().catch((error) => log.error({ err: error }, 'used codes could not be forgotten'));
  await eraser.erase();
}
