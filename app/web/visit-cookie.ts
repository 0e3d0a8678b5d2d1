import { type AppLoadContext, createCookie } from '@remix-run/node';
import type { Round } from '#surveys/round/round.ts';

/** How long a browser keeps the way in of a letter: one sitting. Later the code opens the draft again. */
const codeVisitSeconds = 3 * 60 * 60;

const visitCookie = ({ services }: AppLoadContext, round: Round) =>
  createCookie('koebako_visit', {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.isSecure,
    path: `/s/${round.id}`,
    ...(round.access === 'code' ? { maxAge: codeVisitSeconds } : { expires: new Date(round.closesAt) }),
  });

/** The token that a browser keeps for a round; in a code round it stands for the code of the letter. */
export async function readVisitToken(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<string | undefined> {
  const token: unknown = await visitCookie(context, round).parse(request.headers.get('Cookie'));
  return typeof token === 'string' && token !== '' ? token : undefined;
}

/** The header that gives a visit to the resident's browser. */
export const visitHeader = (context: AppLoadContext, round: Round, token: string) =>
  visitCookie(context, round).serialize(token);

/** The header that ends a visit in the resident's browser. */
export const endVisitHeader = (context: AppLoadContext, round: Round) =>
  visitCookie(context, round).serialize('', { expires: new Date(0), maxAge: 0 });
