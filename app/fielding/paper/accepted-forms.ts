import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import { deleteKeyedForm, listOpenForms } from '#db/queries/keyed-entry.ts';
import { listAcceptedKeys } from '#db/queries/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';

type Needed = Pick<Services, 'db' | 'secrets' | 'now'>;

/**
 * Deletes what was keyed for forms that were accepted another way meanwhile (from a sheet): it can lead to
 * nothing any more, and would keep the round from being finalised.
 */
export async function closeAcceptedForms(services: Needed, roundId: string): Promise<void> {
  const { db, secrets } = services;
  const serials = new Map(
    (await listOpenForms(db, roundId)).map(({ serial }) => [
      secrets.submissionKeyHash(roundId, paperKey(serial)),
      serial,
    ]),
  );
  const accepted = await listAcceptedKeys(db, { roundId, keyHashes: [...serials.keys()] });
  for (const [keyHash, serial] of serials) {
    if (accepted.has(keyHash)) await closeAcceptedForm(services, { roundId, serial });
  }
}

/** Deletes what was keyed for one form that was accepted another way; the log tells that nobody decided it. */
export async function closeAcceptedForm(
  services: Needed,
  { roundId, serial }: { readonly roundId: string; readonly serial: string },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    if (!(await deleteKeyedForm(tx, { roundId, serial }))) return;
    const on = { type: 'round', id: roundId } as const;
    const detail = { paperSerial: serial };
    await audit(services, tx, { by: null, action: 'paper.superseded', on, detail });
  });
}
