import type { Secrets } from '#app/fielding/secrets.ts';
import type { FormKey, StoredEntry } from '#db/queries/keyed-entry.ts';
import { type KeyedEntry, keyedEntrySchema } from '#surveys/paper/keyed-entry.ts';

const ownerOf = ({ roundId, serial }: FormKey) => JSON.stringify([roundId, serial]);

/** Seals a keyed form: a copy of the database alone tells neither its answers nor its code. */
export const sealEntry = (secrets: Secrets, form: FormKey, entry: KeyedEntry): string =>
  secrets.seal('keyed-entry', ownerOf(form), JSON.stringify(entry));

/** Opens a keyed form. @throws when it was sealed for another form or changed */
export const openEntry = (secrets: Secrets, form: FormKey, { sealed }: StoredEntry): KeyedEntry =>
  keyedEntrySchema.parse(JSON.parse(secrets.open('keyed-entry', ownerOf(form), sealed)));
