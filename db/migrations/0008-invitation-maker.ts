import type { Kysely } from 'kysely';
import { keyType } from '#db/migrations/key-order.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for links that were made before anybody asked by whom.
  await db.schema
    .alterTable('invitation')
    .addColumn('made_by', keyType(db), (column) => column.references('account.id').onDelete('cascade'))
    .execute();
}
