import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import type { fieldProps } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

interface PlannerProps {
  readonly view: SetupView;
  readonly field: ReturnType<typeof fieldProps>;
}

const percent = (value: number) => String(Math.round(value * 1000) / 10);

/** How many letters a margin of error takes, and what margin the letters give. */
export function SamplePlanner({ view, field }: PlannerProps) {
  const { plan } = view.setup;
  const { nRespondents, nLetters, atPresent } = view.planned;
  return (
    <section className="my-8 rounded-8 border border-solid-gray-420 p-4" aria-labelledby="planner-title">
      <h2 id="planner-title" className="text-lg font-700">
        何通送ればよいか
      </h2>
      <p>
        誤差を±{percent(plan.halfWidth)}ポイント(95%)に収めるには、回答が
        <strong>{formatCount(nRespondents)}票</strong>必要です。回答率{percent(plan.responseRate)}
        %とすると、
        {nLetters === null ? (
          '対象の全員に送っても足りません。'
        ) : (
          <>
            <strong>{formatCount(nLetters)}通</strong>送ります。
          </>
        )}
      </p>
      {atPresent && (
        <p>
          いまの依頼する数では、回答は約{formatCount(atPresent.nRespondents)}票
          {atPresent.halfWidth === null ? '' : `、誤差は±${percent(atPresent.halfWidth)}ポイント`}
          の見込みです。
        </p>
      )}
      <div className="grid gap-x-6 md:grid-cols-3">
        <TextInput
          {...field('halfWidth', percent(plan.halfWidth))}
          label="収めたい誤差"
          inputMode="decimal"
          unit="±ポイント"
        />
        <TextInput
          {...field('responseRate', percent(plan.responseRate))}
          label="見込む回答率"
          inputMode="decimal"
          unit="%"
        />
        <TextInput {...field('share', percent(plan.share))} label="見込む割合" inputMode="decimal" unit="%" />
      </div>
      <p className="help">
        割合が分からないときは50%が安全です。重み付けや、一部の人だけに聞く設問では、誤差はこれより広がります。
      </p>
      <p className="mt-4">
        <Button variant="outline" name="action" value="calculate">
          保存して計算し直す
        </Button>
      </p>
    </section>
  );
}
