import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { followCode } from '#app/features/answer/follow-code.server.ts';
import { inLanguage, languageWithoutRound, linkedLocale } from '#app/features/answer/language.ts';

/** Where a letter's QR code leads: on at once, so that the code stays in no history and no referrer. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale } = languageWithoutRound(linkedLocale(request));
  const followed = await followCode(context, { typedCode: params.code ?? '', locale });
  return followed instanceof Response ? followed : redirect(inLanguage('/c?code=unread', locale), 303);
}
