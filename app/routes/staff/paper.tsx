import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { loadPaperForm } from '#app/features/paper-form/load-paper-form.server.ts';
import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import { PaperTools } from '#app/features/paper-form/paper-tools.tsx';
import paperStyles from '#app/styles/paper.css?url';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: paperStyles }];
export const meta = () => [{ title: '調査票の印刷 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return { form: await loadPaperForm(context, round, new URL(request.url)) };
}

export default function Paper() {
  const { form } = useLoaderData<typeof loader>();
  return (
    <>
      <PaperTools form={form} />
      <main>
        <PaperForm form={form} />
      </main>
    </>
  );
}
