import type { LoaderFunctionArgs } from '@remix-run/node';
import { sql } from 'kysely';

/** Answers 200 while the process serves and its database answers. */
export async function loader({ context }: LoaderFunctionArgs) {
  await sql`select 1`.execute(context.services.db);
  return Response.json({ status: 'ok' });
}
