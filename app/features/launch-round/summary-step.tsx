import { Button } from '#app/components/form/button.tsx';
import { TextArea } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { RoundFacts } from '#app/features/launch-round/round-facts.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { setupProblemWords, stepName } from '#app/i18n/ja/setup.ts';

/** Everything on one page, what is still in the way, and the request for approval. */
export function SummaryStep({ view }: { readonly view: SetupView }) {
  const { round, setup, problems } = view;
  const isBlocked = problems.some((problem) => problem.isBlocking);
  return (
    <>
      {problems.length > 0 && (
        <Notice kind={isBlocked ? 'error' : 'warning'} title="お確かめください">
          <ul className="list-disc pl-6">
            {problems.map((problem) => (
              <li key={problem.kind}>
                {setupProblemWords(problem)}{' '}
                <a href={`/staff/rounds/${round.id}/setup/${problem.step}`}>
                  「{stepName(problem.step, setup.mode)}」を開く
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RoundFacts view={view} />
      <form method="post" action={`/staff/rounds/${round.id}/setup/summary`} className="max-w-3xl">
        <TextArea name="note" label="承認する人への連絡" rows={3} />
        <p className="mb-4">
          依頼すると、承認されるまで内容は変えられません。承認されると調査票が固定され、受付開始の日時に自動で始まります。
        </p>
        {isBlocked ? (
          <p className="font-700">上の事項を直すと、承認を依頼できます。</p>
        ) : (
          <Button name="action" value="request">
            承認を依頼する
          </Button>
        )}
      </form>
    </>
  );
}
