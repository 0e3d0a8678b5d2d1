import { z } from 'zod';
import { finaliseRoundFor } from '#app/fielding/rounds/finalise-round-for.ts';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import type { Services } from '#app/fielding/services.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';
import type { Account } from '#db/queries/account.ts';
import { parseJapaneseTime } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a clerk may do with a round on its page, in the order of its life. */
export const fieldSchema = z.strictObject({
  action: z.enum(['return', 'extend', 'close', 'finalise', 'destroy_paper']),
  /** Why a round is extended or taken back. */
  note: z.string(),
  /** The new closing of an extension, `YYYY-MM-DDThh:mm` in Japanese time. */
  closesAt: z.string(),
});

interface FieldInput extends z.output<typeof fieldSchema> {
  readonly by: Account;
  readonly round: Round;
}

/** Takes back, extends, closes or finalises a round; the reason in words when its rules do not allow it. */
export async function fieldRound(
  services: Services,
  { by, round, action, note, closesAt }: FieldInput,
): Promise<string | undefined> {
  if (action === 'finalise') {
    const outcome = await finaliseRoundFor(services, { by, round });
    return outcome.kind === 'refused' ? refusalWords(outcome.refusal) : undefined;
  }
  const newClosesAt = action === 'extend' ? parseJapaneseTime(closesAt) : undefined;
  const outcome = await moveRoundFor(services, {
    by,
    roundId: round.id,
    transition: action,
    note: newClosesAt === undefined ? note : extensionNote(round, newClosesAt, note),
    ...(newClosesAt !== undefined && { newClosesAt }),
  });
  return outcome.kind === 'refused' ? refusalWords(outcome.refusal) : undefined;
}

/** The history of the round tells from when to when; without a reason there is nothing to tell. */
const extensionNote = ({ closesAt }: Round, newClosesAt: string, reason: string): string =>
  reason.trim() === ''
    ? ''
    : `${formatDateTime(closesAt)}から${formatDateTime(newClosesAt)}へ。${reason.trim()}`;
