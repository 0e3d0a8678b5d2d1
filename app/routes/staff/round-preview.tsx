import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadPreview } from '#app/features/answer/load-preview.server.ts';
import { PreviewPage } from '#app/features/answer/preview-page.tsx';
import residentStyles from '#app/styles/resident.css?url';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];
export const meta = () => [{ title: '画面の確認 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return loadPreview(context, round, new URL(request.url).searchParams);
}

/** Shown in the outline of a phone while a round is prepared and approved; it takes no answers. */
export default function RoundPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />;
}
