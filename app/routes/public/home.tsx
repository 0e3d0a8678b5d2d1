import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { HomePage } from '#app/features/evaluation/home-page.tsx';
import { listHomePlans } from '#app/fielding/results/list-home-plans.ts';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];

export const meta: MetaFunction = () => [
  { title: '声箱 | 区民アンケートと区政の評価' },
  { name: 'description', content: '受付中の区民アンケートと、区政運営基本方針の年度ごとの実績・評価。' },
];

export async function loader({ context }: LoaderFunctionArgs) {
  return { plans: await listHomePlans(context.services), hasLogIn: context.zone !== 'public' };
}

export default function Home() {
  const { plans, hasLogIn } = useLoaderData<typeof loader>();
  return (
    <OfficePage links={hasLogIn ? [{ href: '/login', label: '職員ログイン' }] : []}>
      <HomePage plans={plans} />
    </OfficePage>
  );
}
