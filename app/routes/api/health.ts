import type { LoaderFunctionArgs } from '@remix-run/node';
import { pingDatabase } from '#db/connect.ts';

/** Answers 200 while the process serves and its database answers. */
export async function loader({ context }: LoaderFunctionArgs) {
  await pingDatabase(context.services.db);
  return Response.json({ status: 'ok' });
}
