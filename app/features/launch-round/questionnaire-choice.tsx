import type { RecipeChoice } from '#app/features/launch-round/load-launch-choices.server.ts';
import { audienceNames } from '#app/i18n/ja/office.ts';

/** The first step: which questionnaire the round fields. */
export function QuestionnaireChoice({ recipes }: { readonly recipes: readonly RecipeChoice[] }) {
  return (
    <>
      <p>どの調査票を使いますか。次の画面で、調べる指標を選びます。</p>
      <ul className="mt-6 grid gap-4 md:grid-cols-2">
        {recipes.map(({ id, title, audience, minutes, nQuestions }) => (
          <li key={id} className="rounded-8 border border-solid-gray-420 p-4">
            <h2 className="text-xl font-700">
              <a className="inline-block py-2.5" href={`/staff/rounds/new?questionnaire=${id}`}>
                {title}
              </a>
            </h2>
            <p>
              対象: {audienceNames[audience]} / 約{minutes}分・全{nQuestions}問
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
