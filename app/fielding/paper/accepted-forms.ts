import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import { deleteKeyedForm, type FormKey, listOpenForms } from '#db/queries/keyed-entry.ts';
import { hasSubmission, listAcceptedKeys } from '#db/queries/submission.ts';
import { inTransaction } from '#db/transaction.ts';
import { paperKey } from '#surveys/response/submission-key.ts';

type Needed = Pick<Services, 'secrets' | 'now'>;

/**
 * Deletes what was keyed for forms that were accepted another way meanwhile (from a sheet): it can lead to
 * nothing any more, and would keep the round from being finalised.
 */
export async function closeAcceptedForms(
  services: Needed & Pick<Services, 'db'>,
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
    if (accepted.has(keyHash)) await closeForm(services, db, { roundId, serial });
  }
}

/** Deletes what was keyed for one form if it was accepted another way, and says whether it was. */
export async function closeIfAccepted(services: Needed, db: Db, form: FormKey): Promise<boolean> {
  const { roundId, serial } = form;
  const keyHash = services.secrets.submissionKeyHash(roundId, paperKey(serial));
  if (!(await hasSubmission(db, { roundId, keyHash }))) return false;
  await closeForm(services, db, form);
  return true;
}

/** Deletes what was keyed for a form; the log tells that nobody decided it. */
const closeForm = (services: Needed, db: Db, form: FormKey): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (!(await deleteKeyedForm(tx, form))) return;
    const on = { type: 'round', id: form.roundId } as const;
    const detail = { paperSerial: form.serial };
    await audit(services, tx, { by: null, action: 'paper.superseded', on, detail });
  });
