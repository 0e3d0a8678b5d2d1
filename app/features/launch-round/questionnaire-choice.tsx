import { Button } from '#app/components/form/button.tsx';
import { Select } from '#app/components/form/select.tsx';
import type { LaunchChoices } from '#app/fielding/rounds/list-launch-choices.ts';
import { audienceNames } from '#app/i18n/ja/office.ts';
import { localize } from '#surveys/text.ts';

/** The way into a new round: a questionnaire with everything at its usual value, or a copy of an earlier round. */
export function QuestionnaireChoice({ recipes, earlier }: LaunchChoices) {
  return (
    <>
      <p>
        どの調査票を使いますか。選ぶと、ふつうの設定が入った調査回を準備します。設定は後から変えられます。
      </p>
      <ul className="mt-6 grid gap-4 md:grid-cols-2">
        {recipes.map(({ id, title, audience, minutes, nQuestions }) => (
          <li key={id} className="rounded-8 border border-solid-gray-420 p-4">
            <h2 className="text-xl font-700">{localize(title, 'ja')}</h2>
            <p className="mb-4">
              対象: {audienceNames[audience]} / 約{minutes}分・全{nQuestions}問
            </p>
            <form method="post">
              <Button name="questionnaireId" value={id}>
                この調査票で準備する<span className="sr-only">: {localize(title, 'ja')}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
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
