import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { ButtonLink } from '#app/components/form/button.tsx';
import { StatusBadge } from '#app/components/ui/badge.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { evaluationPath } from '#app/features/evaluation/evaluation-paths.ts';
import type { HomePlan, HomeRound } from '#app/fielding/results/list-home-plans.ts';
import { audienceNames, formatPeriod } from '#app/i18n/ja/office.ts';

interface HomePageProps {
  readonly plans: readonly HomePlan[];
}

/** What there is to answer and to read; the ward's own plans first, demonstrations apart and below. */
export function HomePage({ plans }: HomePageProps) {
  const own = plans.filter((plan) => !plan.isDemo);
  const demos = plans.filter((plan) => plan.isDemo);
  return (
    <>
      <PageHeading>区民の声を、区政の評価につなげる</PageHeading>
      <p className="max-w-3xl">
        アンケートへの回答は集計され、区政運営基本方針の目標と比べられて、次の取組に反映されます。
        ここから、受付中のアンケートに答えたり、年度ごとの評価を読んだりできます。
      </p>
      <Rounds rounds={own.flatMap(({ rounds }) => rounds)} heading="受付中のアンケート" />
      <h2 className="mt-12 text-2xl leading-normal font-700">区政の評価</h2>
      <Plans plans={own} />
      {demos.length > 0 && (
        <section className="mt-16 rounded-8 border-4 border-yellow-300 p-4 sm:p-6" aria-labelledby="demo">
          <h2 id="demo" className="text-2xl leading-normal font-700">
            <StatusBadge status="demo" /> 動作を試す
          </h2>
          <p className="mt-2">
            ここから下の回答と結果は、動作を試すために作ったものです。区の実際の結果ではありません。
          </p>
          <Rounds rounds={demos.flatMap(({ rounds }) => rounds)} heading="デモのアンケートに答える" />
          <Plans plans={demos} />
        </section>
      )}
    </>
  );
}

function Rounds({ rounds, heading }: { rounds: readonly HomeRound[]; heading: string }) {
  return (
    <section className="mt-10">
      <h2 className="text-2xl leading-normal font-700">{heading}</h2>
      {rounds.length === 0 && <p className="mt-2">いま受け付けているアンケートはありません。</p>}
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        {rounds.map(({ id, title, audience, minutes, closesAt }) => (
          <li key={id} className="flex flex-col rounded-8 border border-solid-gray-420 p-4">
            <h3 className="text-lg font-700">{title}</h3>
            <p className="mt-1 mb-4">
              対象: {audienceNames[audience]} 約{minutes}分 {formatDeadline(closesAt)}まで
            </p>
            <p className="mt-auto">
              <ButtonLink href={`/s/${id}`}>回答する</ButtonLink>
              <span className="sr-only">({title})</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What there is to read; of several plans, each says which years it is for. */
function Plans({ plans }: HomePageProps) {
  return plans.map((plan) => <PlanYears key={plan.id} plan={plan} isAmongSeveral={plans.length > 1} />);
}

function PlanYears({ plan, isAmongSeveral }: { plan: HomePlan; isAmongSeveral: boolean }) {
  return (
    <article className="mt-6">
      <h3 className="text-lg font-700">{plan.title}</h3>
      {isAmongSeveral && <p>{formatPeriod(plan.baseFiscalYear, plan.targetFiscalYear)}の計画</p>}
      <ul className="mt-1">
        {plan.fiscalYears.map((fiscalYear) => (
          <li key={fiscalYear}>
            <a href={evaluationPath(plan.id, fiscalYear)} className="inline-block py-2.5">
              {formatFiscalYear(fiscalYear)}の実績・評価
            </a>
          </li>
        ))}
      </ul>
    </article>
  );
}

const deadlineFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

const formatDeadline = (closesAt: string) => deadlineFormat.format(new Date(closesAt));
