import { Button } from '#app/components/form/button.tsx';
import { RadioGroup } from '#app/components/form/choice-group.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Select } from '#app/components/form/select.tsx';
import type { LaunchChoices } from '#app/fielding/rounds/list-launch-choices.ts';
import { audienceNames } from '#app/i18n/ja/office.ts';
import { planWithYears } from '#app/i18n/ja/setup.ts';
import { localize } from '#surveys/text.ts';

interface QuestionnaireChoiceProps {
  readonly choices: LaunchChoices;
  /** Why no round was made; undefined before anything was sent. */
  readonly planError: string | undefined;
}

/** The way into a new round: a questionnaire with everything at its usual value, or a copy of an earlier round. */
export function QuestionnaireChoice({ choices, planError }: QuestionnaireChoiceProps) {
  const { plans, obviousPlanId, recipes, earlier } = choices;
  const hasPlanChoice = plans.length > 1;
  return (
    <>
      <p>
        どの調査票を使いますか。選ぶと、ふつうの設定が入った調査回を準備します。設定は後から変えられます。
      </p>
      {hasPlanChoice ? (
        <form method="post" noValidate>
          <ErrorSummary
            title="入力内容をお確かめください"
            errors={planError === undefined ? [] : [{ href: '#planId', message: planError }]}
          />
          <RadioGroup
            name="planId"
            label="どの計画の調査ですか"
            isRequired
            error={planError}
            options={plans.map((plan) => ({ value: plan.id, label: planWithYears(plan) }))}
            defaultValue={obviousPlanId ?? undefined}
          />
          <Recipes recipes={recipes} isFormEach={false} />
        </form>
      ) : (
        <Recipes recipes={recipes} isFormEach />
      )}
      {earlier.length > 0 && (
        <form method="post" className="mt-10 max-w-3xl border-t border-solid-gray-420 pt-6">
          <h2 className="text-xl font-700">前の調査回を写してつくる</h2>
          <p>調査票の選び方・標本設計・案内文を写し、日程を1年後にずらします。</p>
          <Select
            name="copyOf"
            label="写す調査回"
            options={earlier.map(({ id, title, fiscalYear }) => ({
              value: id,
              label: `${title}(${fiscalYear}年度)`,
            }))}
          />
          <Button variant="outline">写してつくる</Button>
        </form>
      )}
    </>
  );
}

interface RecipesProps extends Pick<LaunchChoices, 'recipes'> {
  /** Whether each has a form of its own; else they share the one around them. */
  readonly isFormEach: boolean;
}

function Recipes({ recipes, isFormEach }: RecipesProps) {
  return (
    <ul className="mt-6 grid gap-4 md:grid-cols-2">
      {recipes.map(({ id, title, audience, minutes, nQuestions }) => {
        const button = (
          <Button name="questionnaireId" value={id}>
            この調査票で準備する<span className="sr-only">: {localize(title, 'ja')}</span>
          </Button>
        );
        return (
          <li key={id} className="rounded-8 border border-solid-gray-420 p-4">
            <h2 className="text-xl font-700">{localize(title, 'ja')}</h2>
            <p className="mb-4">
              対象: {audienceNames[audience]} / 約{minutes}分・全{nQuestions}問
            </p>
            {isFormEach ? <form method="post">{button}</form> : button}
          </li>
        );
      })}
    </ul>
  );
}
