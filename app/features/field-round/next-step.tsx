import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import type { RoundSheetData } from '#app/features/field-round/load-round-sheet.server.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';

/** What comes next in the life of a round, and who does it. */
export function NextStep({ sheet }: { readonly sheet: RoundSheetData }) {
  switch (sheet.state) {
    case 'draft':
      return (
        <>
          <p>準備中です。内容を整えて、承認を依頼します。</p>
          <p>
            <ButtonLink href={`/staff/rounds/${sheet.id}/setup/questionnaire`}>準備を続ける</ButtonLink>
          </p>
        </>
      );
    case 'approval_requested':
      return (
        <>
          <p>管理職の承認を待っています。承認されるまで、内容は変えられません。</p>
          <ReturnForm />
        </>
      );
    case 'approved':
      return (
        <>
          <p>承認されました。{formatDateTime(sheet.opensAt)}になると、自動で受付が始まります。</p>
          <ExtendForm sheet={sheet} />
          <ReturnForm />
        </>
      );
    case 'open':
      return (
        <>
          <OneButton
            action="close"
            label="受付を終了する"
            note={`${formatDateTime(sheet.closesAt)}になると、自動で受付が終わります。早く終えるときだけ、下のボタンを押します。終了した受付を再開することはできません。`}
          />
          <ExtendForm sheet={sheet} />
        </>
      );
    case 'closed':
      return (
        <OneButton
          action="finalise"
          label="結果を確定する"
          note="集計を回答票から数え直して照合し、確定値として評価のページに載せます。下書きと送信の控えは消去します。確定は取り消せません。"
        />
      );
    case 'finalised':
      return <p>結果は確定しています。評価のページに載っています。管理職が公表すると、公表値になります。</p>;
    case 'published':
      return <p>結果は公表しています。評価のページに公表値として載っています。</p>;
  }
}

interface OneButtonProps {
  readonly action: string;
  readonly label: string;
  readonly note: string;
}

function OneButton({ action, label, note }: OneButtonProps) {
  return (
    <form method="post">
      <p className="mb-4">{note}</p>
      <Button name="action" value={action}>
        {label}
      </Button>
    </form>
  );
}

function ReturnForm() {
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-700">内容を直すため、準備に戻す</summary>
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
