import { Button } from '#app/components/form/button.tsx';
import { TextArea } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { RoundHistory } from '#app/components/ui/round-history.tsx';
import { PhoneFrame } from '#app/features/launch-round/preview-step.tsx';
import { RoundFacts } from '#app/features/launch-round/round-facts.tsx';
import type { ApprovalView } from '#app/fielding/rounds/approval.ts';
import { moverName } from '#app/i18n/ja/lifecycle.ts';
import { formatDateTime, stateNames } from '#app/i18n/ja/office.ts';
import { setupProblemWords } from '#app/i18n/ja/setup.ts';
import { localize } from '#surveys/text.ts';

/** What a manager looks at before a round is approved, and the decision. */
export function ApprovalSheet({ view }: { readonly view: ApprovalView }) {
  const { round, problems } = view.setup;
  return (
    <>
      <p>
        状態: <strong>{stateNames[view.state]}</strong>
      </p>
      {view.request && view.state === 'approval_requested' && (
        <Notice
          kind="info"
          title={`${formatDateTime(view.request.at)} ${moverName(view.request.actor)}さんからの依頼`}
        >
          {view.request.note !== '' && <p className="whitespace-pre-wrap">{view.request.note}</p>}
        </Notice>
      )}
      {view.state === 'approval_requested' && problems.length > 0 && (
        <Notice kind="warning" title="お確かめください">
          <ul className="list-disc pl-6">
            {problems.map((problem) => (
              <li key={problem.kind}>{setupProblemWords(problem)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <RoundFacts view={view.setup} />
      <section className="my-6 grid gap-8 lg:grid-cols-[1fr_23.5rem]">
        <div>
          <h2 className="text-xl font-700">設問</h2>
          <ol className="mt-2 list-decimal pl-8">
            {round.questionnaire.pages
              .flatMap(({ questions }) => questions)
              .map(({ id, text }) => (
                <li key={id} className="py-1">
                  {localize(text, 'ja')}
                </li>
              ))}
          </ol>
        </div>
        <div className="min-w-0">
          <h2 className="mb-2 text-xl font-700">回答する人の画面</h2>
          <PhoneFrame title="回答する人の画面" src={`/staff/rounds/${round.id}/preview`} />
        </div>
      </section>
      <RoundHistory steps={view.steps} />
      <Decision view={view} />
    </>
  );
}

function Decision({ view }: { readonly view: ApprovalView }) {
  const { round } = view.setup;
  switch (view.state) {
    case 'approval_requested':
      return (
        <div className="my-6 max-w-3xl rounded-8 border border-solid-gray-420 p-4">
          {view.isOwnRequest ? (
            <p>承認を依頼した本人は承認できません。ほかの管理職に承認してもらってください。</p>
          ) : (
            <form method="post">
              <p className="mb-4">
                承認すると、上の調査票が固定され、受付開始の日時に自動で受付が始まります。
              </p>
              <input type="hidden" name="request" value={view.request?.step ?? ''} />
              <Button name="action" value="approve">
                承認する
              </Button>
            </form>
          )}
          <ReturnForm label="準備に差し戻す" />
        </div>
      );
    case 'approved':
      return (
        <div className="my-6 max-w-3xl">
          <ReturnForm label="承認を取り消して差し戻す" />
        </div>
      );
    case 'finalised':
      return (
        <form method="post" className="my-6 max-w-3xl rounded-8 border border-solid-gray-420 p-4">
          <p className="mb-4">
            公表すると、この調査回の<a href={`/manager/rounds/${round.id}`}>確定値</a>
            が、公表値として評価のページに載り、だれでも見られるようになります。取り消せません。
          </p>
          <Button name="action" value="publish">
            結果を公表する
          </Button>
        </form>
      );
    case 'draft':
    case 'open':
    case 'closed':
    case 'published':
      return null;
  }
}

function ReturnForm({ label }: { readonly label: string }) {
  return (
    <details className="mt-4">
      <summary className="min-h-11 py-2.5 font-700">{label}</summary>
      <form method="post">
        <TextArea name="note" label="差し戻す理由" isRequired rows={3} />
        <Button variant="outline" name="action" value="return">
          差し戻す
        </Button>
      </form>
    </details>
  );
}
