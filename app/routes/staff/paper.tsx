import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import { paperFormOf } from '#app/features/paper-form/paper-form-data.ts';
import { PaperTools } from '#app/features/paper-form/paper-tools.tsx';
import { loadFormFacts } from '#app/fielding/paper/load-form-facts.ts';
import paperStyles from '#app/styles/paper.css?url';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: paperStyles }];
export const meta = () => [{ title: '調査票の印刷 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return { form: paperFormOf(await loadFormFacts(context.services, round), request.url) };
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
