import { CheckboxGroup, RadioGroup } from '#app/components/form/choice-group.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { fieldProps, type RefusedStep, StepForm } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { planWithYears } from '#app/i18n/ja/setup.ts';
import { formatEra } from '#surveys/plan/fiscal-year.ts';
import { localize } from '#surveys/text.ts';

interface StepProps {
  readonly view: SetupView;
  readonly refused: RefusedStep | undefined;
}

/** What the round measures and what it is called. */
export function QuestionnaireStep({ view, refused }: StepProps) {
  const { round, setup } = view;
  const field = fieldProps(refused);
  const plan = field('planId', round.planId);
  // Another plan may have been chosen than is stored: its years are to be chosen from.
  const chosen = findPlan(view, plan.defaultValue) ?? findPlan(view, round.planId);
  return (
    <StepForm roundId={round.id} step="questionnaire" errors={refused?.errors ?? {}}>
      <p>
        調査票: <strong>{localize(round.questionnaire.title, 'ja')}</strong>(
        {round.questionnaire.pages.flatMap(({ questions }) => questions).length}問・約
        {round.questionnaire.minutes}分)
      </p>
      <TextInput {...field('title', round.title)} label="調査回の名前" isRequired />
      <CheckboxGroup
        name="indicatorIds"
        label="調べる指標"
        isRequired
        error={refused?.errors.indicatorIds}
        options={view.indicators.map(({ id, wording }) => ({ value: id, label: `${id} ${wording}` }))}
        defaultValues={refused ? (refused.fields.indicatorIds ?? []) : setup.indicatorIds}
      />
      <Select
        {...plan}
        label="計画"
        isRequired
        options={view.plans.map((each) => ({
          value: each.id,
          label: view.hasPlanChoice ? planWithYears(each) : each.title,
        }))}
      />
      <Select
        {...field('fiscalYear', String(round.fiscalYear))}
        label="年度"
        help="結果を載せる評価の年度です。"
        isRequired
        options={(chosen?.fiscalYears ?? []).map((year) => ({
          value: String(year),
          label: `${formatEra(year).long}(${year}年度)`,
        }))}
      />
      <RadioGroup
        {...field('layout', round.questionnaire.layout)}
        label="画面の形"
        isRequired
        options={[
          { value: 'pages', label: '話題ごとに分けて表示(スマートフォン向き。途中保存あり)' },
          { value: 'single', label: '1ページにまとめて表示(窓口端末・短い調査向き)' },
        ]}
      />
    </StepForm>
  );
}

const findPlan = ({ plans }: SetupView, planId: string) => plans.find(({ id }) => id === planId);
