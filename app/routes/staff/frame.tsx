import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { editFrame } from '#app/features/frame/edit-frame.server.ts';
import { FramePage } from '#app/features/frame/frame-page.tsx';
import { loadFramePage } from '#app/features/frame/load-frame-page.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '標本設計(人口の内訳) | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    page: await loadFramePage(context, round),
    isSaved: new URL(request.url).searchParams.has('saved'),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const step = await editFrame(context, { by, round });
  switch (step.kind) {
    case 'saved':
      throw redirect(`/staff/rounds/${round.id}/frame?saved`, 303);
    case 'preview':
      return data(step, { status: step.errors.length > 0 ? 400 : 200 });
    case 'invalid':
      return data(step, { status: 400 });
    case 'locked':
      return data(step, { status: 409 });
  }
}

export default function Frame() {
  const { account, page, isSaved } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  const { id, title, isDemo } = page.round;
  return (
    <OfficeFrame account={account} isDemo={isDemo}>
      <Breadcrumbs
        trail={[
          { label: '調査回の一覧', href: '/staff' },
          { label: title, href: `/staff/rounds/${id}` },
          { label: '標本設計' },
        ]}
      />
      <PageHeading over={title}>標本設計(人口の内訳)</PageHeading>
      <FramePage page={page} step={step} isSaved={isSaved && step === undefined} />
    </OfficeFrame>
  );
}
