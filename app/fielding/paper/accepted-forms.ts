import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import { deleteKeyedForm, type FormKey, listOpenForms } from '#db/queries/keyed-entry.ts';
import { hasSubmission, listAcceptedKeys } from '#db/queries/submission.ts';
import { inTransaction } from '#db/transaction.ts';
import { paperKey } from '#surveys/response/submission-key.ts';

type Needed = Pick<Services, 'now'>;

/**
 * Deletes what was keyed for forms that were accepted another way meanwhile (from a sheet): it can lead to
 * nothing any more, and would keep the round from being finalised.
 */
export async function closeAcceptedForms(
  services: Needed & Pick<Services, 'db' | 'secrets'>,
  roundId: string,
): Promise<void> {
  const { db, secrets } = services;
  const serials = new Map(
    (await listOpenForms(db, roundId)).map(({ serial }) => [
      secrets.submissionKeyHash(roundId, paperKey(serial)),
      serial,
    ]),
  );
  const accepted = await listAcceptedKeys(db, { roundId, keyHashes: [...serials.keys()] });
  for (const [keyHash, serial] of serials) {
    if (accepted.has(keyHash)) await closeAcceptedForm(services, db, { roundId, serial });
  }
}

/** Whether a form was accepted, whichever way. */
export const isFormAccepted = (
  { secrets }: Pick<Services, 'secrets'>,
  db: Db,
  { roundId, serial }: FormKey,
): Promise<boolean> =>
  hasSubmission(db, { roundId, keyHash: secrets.submissionKeyHash(roundId, paperKey(serial)) });

/**
 * Deletes what was keyed for a form that was accepted another way; the log tells that nobody decided it.
 * @returns false when there was nothing, or not any more
 */
export const closeAcceptedForm = (services: Needed, db: Db, form: FormKey): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    if (!(await deleteKeyedForm(tx, form))) return false;
    const on = { type: 'round', id: form.roundId } as const;
    const detail = { paperSerial: form.serial };
    await audit(services, tx, { by: null, action: 'paper.superseded', on, detail });
    return true;
  });
