import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { followCode } from '#app/features/answer/find-letter.server.ts';

/** Where a letter's QR code leads: on at once, so that the code stays in no history and no referrer. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const followed = await followCode(context, params.code ?? '');
  return followed instanceof Response ? followed : redirect('/c?code=unread', 303);
}
