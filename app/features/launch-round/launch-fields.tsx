import { Button } from '#app/components/form/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/components/form/choice-group.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import type { LaunchFields as Fields } from '#app/features/launch-round/launch-form.ts';
import type { ChosenRecipe, LaunchChoices } from '#app/features/launch-round/load-launch-choices.server.ts';
import { audienceNames, designHelp, designNames } from '#app/i18n/ja/office.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { type Design, designs } from '#surveys/round/round.ts';

interface LaunchFieldsProps {
  readonly choices: LaunchChoices;
  readonly chosen: ChosenRecipe;
  readonly refused:
    | { readonly fields: Fields; readonly errors: Readonly<Record<string, string>> }
    | undefined;
}

const usualDesign: Readonly<Record<Audience, Design>> = {
  residents: 'probability',
  visitors: 'self-selected',
  organisations: 'census',
  'mystery-shoppers': 'panel',
  'event-participants': 'self-selected',
  'ward-records': 'census',
};

/** The second step: what the round measures, whom it asks, and when. */
export function LaunchFields({ choices, chosen, refused }: LaunchFieldsProps) {
  const errors = refused?.errors ?? {};
  const typed = (name: string, usual: string) => refused?.fields[name]?.[0] ?? usual;
  const field = (name: string, usual = '') => ({
    name,
    error: errors[name],
    defaultValue: typed(name, usual),
  });
  const indicatorIds = chosen.indicators.map(({ id }) => id);
  const year = String(choices.fiscalYears[0]?.year ?? '');
  return (
    <form
      method="post"
      action={`/staff/rounds/new?questionnaire=${chosen.id}`}
      noValidate
      className="max-w-3xl"
    >
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={Object.entries(errors).map(([name, message]) => ({ href: `#${name}`, message }))}
      />
      <p>
        調査票: <strong>{chosen.title}</strong>(対象: {audienceNames[chosen.audience]}・全{chosen.nQuestions}
        問) <a href="/staff/rounds/new">選び直す</a>
      </p>
      <input type="hidden" name="questionnaireId" value={chosen.id} />
      <TextInput {...field('title', chosen.title)} label="調査回の名前" isRequired />
      <CheckboxGroup
        name="indicatorIds"
        label="調べる指標"
        isRequired
        error={errors.indicatorIds}
        options={chosen.indicators.map(({ id, wording }) => ({ value: id, label: `${id} ${wording}` }))}
        defaultValues={refused ? (refused.fields.indicatorIds ?? []) : indicatorIds}
      />
      <Select
        {...field('planId', choices.plans.at(-1)?.id)}
        label="計画"
        isRequired
        options={choices.plans.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        {...field('fiscalYear', year)}
        label="年度"
        help="結果を載せる評価の年度です。"
        isRequired
        options={choices.fiscalYears.map(({ year: value, label }) => ({ value: String(value), label }))}
      />
      <RadioGroup
        {...field('design', usualDesign[chosen.audience])}
        label="調査設計"
        isRequired
        options={designs.map((value) => ({ value, label: `${designNames[value]} — ${designHelp[value]}` }))}
      />
      <TextInput
        {...field('populationSize')}
        label="対象の数"
        help="対象となる人や団体の総数。分からなければ空欄のままにします。"
        inputMode="numeric"
      />
      <TextInput
        {...field('nIssued')}
        label="依頼する数"
        help="調査票や案内を送る数。回答率の計算に使います。"
        inputMode="numeric"
      />
      <DateInput {...field('opensAt', choices.opensAt)} label="受付開始" isRequired hasTime />
      <DateInput {...field('closesAt', choices.closesAt)} label="受付終了" isRequired hasTime />
      <RadioGroup
        {...field('layout', 'pages')}
        label="画面の形"
        isRequired
        options={[
          { value: 'pages', label: '話題ごとに分けて表示(スマートフォン向き。途中保存あり)' },
          { value: 'single', label: '1ページにまとめて表示(窓口端末・短い調査向き)' },
        ]}
      />
      <Button>調査回をつくる</Button>
    </form>
  );
}
