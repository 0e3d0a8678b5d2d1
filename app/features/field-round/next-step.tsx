import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import type { RoundSheetData } from '#app/features/field-round/load-round-sheet.server.ts';
import { formatDateTime, formatDay } from '#app/i18n/ja/office.ts';

/** What comes next in the life of a round, and who does it. */
export function NextStep({ sheet }: { readonly sheet: RoundSheetData }) {
  const path = `/staff/rounds/${sheet.id}`;
  switch (sheet.state) {
    case 'draft':
      return (
        <Step text="準備中です。内容を整えて、承認を依頼します。">
          <ButtonLink href={`${path}/setup/questionnaire`}>準備を続ける</ButtonLink>
        </Step>
      );
    case 'approval_requested':
      return (
        <>
          <p>管理職の承認を待っています。承認されるまで、内容は変えられません。</p>
          <ReturnForm sheet={sheet} />
        </>
      );
    case 'approved':
      return (
        <>
          <Step
            text={`承認されました。${formatDateTime(sheet.opensAt)}になると、自動で受付が始まります。${sheet.lacksCodes ? 'それまでに、回答コードをつくって手紙を発送します。' : ''}`}
          >
            {sheet.lacksCodes && <CodesLink sheet={sheet} />}
          </Step>
          <ExtendForm sheet={sheet} />
          <ReturnForm sheet={sheet} />
        </>
      );
    case 'open':
      return (
        <>
          <Step text={`受付中です。${formatDateTime(sheet.closesAt)}になると、自動で受付が終わります。`}>
            {sheet.lacksCodes ? (
              <CodesLink sheet={sheet} />
            ) : (
              <ButtonLink href={`${path}/dashboard`}>回収の状況を見る</ButtonLink>
            )}
          </Step>
          <ExtendForm sheet={sheet} />
          <FinalStep
            action="close"
            label="受付を終了する"
            note="予定より早く終えるときだけ押します。その場で回答を受け付けなくなり、再開することはできません。"
          />
        </>
      );
    case 'closed':
      return (
        <>
          <p>受付は終わりました。届いた紙の調査票をすべて入力してから、結果を確定します。</p>
          <FinalStep
            action="finalise"
            label="結果を確定する"
            note="集計を回答票から数え直して照合し、確定値にします。評価のページに載るのは、管理職が公表してからです。回答コード・下書き・送信の控えは消去し、その後の回答は受け付けません。"
          />
          <PaperNotice sheet={sheet} />
        </>
      );
    case 'finalised':
      return (
        <>
          <p>結果は確定しています。管理職が公表すると、公表値として評価のページに載ります。</p>
          <PaperNotice sheet={sheet} />
        </>
      );
    case 'published':
      return (
        <>
          <p>結果は公表しています。評価のページに公表値として載っています。</p>
          <PaperNotice sheet={sheet} />
        </>
      );
  }
}

function Step({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <>
      <p>{text}</p>
      {children && <p>{children}</p>}
    </>
  );
}

const CodesLink = ({ sheet }: { readonly sheet: RoundSheetData }) => (
  <ButtonLink href={`/staff/rounds/${sheet.id}/${sheet.isByName ? 'invitees' : 'codes'}`}>
    回答コードをつくる
  </ButtonLink>
);

interface FinalStepProps {
  readonly action: string;
  readonly label: string;
  readonly note: string;
}

/** What cannot be undone takes two presses: one to read what it does, one to do it. */
function FinalStep({ action, label, note }: FinalStepProps) {
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-700">{label}(取り消せません)</summary>
      <form method="post">
        <p className="mb-4">{note}</p>
        <Button name="action" value={action}>
          {label}
        </Button>
      </form>
    </details>
  );
}

function ReturnForm({ sheet }: { readonly sheet: RoundSheetData }) {
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-700">内容を直すため、準備に戻す</summary>
      {sheet.access === 'code' && sheet.state === 'approved' && !sheet.lacksCodes && (
        <p className="mb-2 font-700">
          つくった回答コードは、すべて取り消します。印刷・発送した手紙は使えなくなります。
        </p>
      )}
      <form method="post">
        <TextInput name="note" label="戻す理由" isRequired />
        <Button variant="outline" name="action" value="return">
          準備に戻す
        </Button>
      </form>
    </details>
  );
}

function ExtendForm({ sheet }: { readonly sheet: RoundSheetData }) {
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-700">受付期間を延長する</summary>
      <form method="post">
        <DateInput
          name="closesAt"
          label="新しい受付終了"
          help="紙の調査票と回答を保存する期限より前の日まで延長できます。"
          defaultValue={sheet.closesAtField}
          isRequired
          hasTime
        />
        <TextInput name="note" label="延長の理由" help="経過と操作の記録に残ります。" isRequired />
        <Button variant="outline" name="action" value="extend">
          延長する
        </Button>
      </form>
    </details>
  );
}

/** Paper is destroyed by hand: the office is told when, and writes down that it did. */
function PaperNotice({ sheet }: { readonly sheet: RoundSheetData }) {
  const until = formatDay(sheet.terms.paperKeptUntil);
  if (sheet.paper === 'none' || sheet.paper === 'destroyed') return null;
  return (
    <details open={sheet.paper === 'overdue'}>
      <summary className="min-h-11 py-2.5 font-700">
        {sheet.paper === 'overdue'
          ? `紙の調査票の保存期限(${until})を過ぎました。廃棄してください`
          : `紙の調査票を廃棄したとき(保存期限 ${until})`}
      </summary>
      <form method="post">
        <p className="mb-4">届いた紙の調査票をすべて廃棄したら、記録します。経過と操作の記録に残ります。</p>
        <Button variant="outline" name="action" value="destroy_paper">
          廃棄したことを記録する
        </Button>
      </form>
    </details>
  );
}
