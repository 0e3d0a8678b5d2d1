import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { logOut } from '#app/features/login/log-out.server.ts';

export const loader = () => redirect('/');

export async function action({ request, context }: ActionFunctionArgs) {
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await logOut(request, context) } });
}
