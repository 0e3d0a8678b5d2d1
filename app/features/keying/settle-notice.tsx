import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import type { FormAnswer } from '#app/features/keying/act-on-form.server.ts';
import type { OpenFormsView } from '#app/features/keying/describe-difference.ts';
import type { LookRefusal } from '#app/fielding/paper/settle-form.ts';
import type { WithdrawRefusal } from '#app/fielding/paper/withdraw-entry.ts';
import { acceptanceMessages } from '#app/i18n/ja/paper.ts';

const notWithdrawnWords: Readonly<Record<WithdrawRefusal['kind'], string>> = {
  no_serial: '取り消す票の通し番号を、9けたまでの数字で入力してください',
  not_keyed: 'この通し番号の、入力途中の票はありません',
  keyed_by_two: 'この通し番号の票は、2人が入力しています。「不一致の票」で確認してください',
};

interface SettleNoticeProps {
  readonly answer: FormAnswer | undefined;
  readonly view: OpenFormsView;
}

/** What became of the form that was just looked at. */
export function SettleNotice({ answer, view }: SettleNoticeProps) {
  switch (answer?.kind) {
    case undefined:
    case 'settler_changed':
      return null;
    case 'settled':
      return (
        <Notice kind="success" isLive title={`通し番号 ${answer.serial} を受け付けました`}>
          <p>入力した内容は消去しました。</p>
        </Notice>
      );
    case 'discarded':
      return <Notice kind="success" isLive title={`通し番号 ${answer.serial} の入力を消去しました`} />;
    case 'withdrawn':
      return (
        <Notice
          kind="success"
          isLive
          title={`通し番号 ${answer.serial} の${answer.isOwn ? 'あなたの' : ''}入力を取り消しました`}
        >
          <p>
            正しい番号で、もう一度入力してください。
            <a href={`/staff/rounds/${view.id}/keying`}>紙の調査票を入力する</a>
          </p>
        </Notice>
      );
    case 'not_withdrawn':
      return <Notice kind="error" isLive title={notWithdrawnWords[answer.refusal.kind]} />;
    case 'refused':
      return <LookRefused refusal={answer.refusal} serial={answer.serial} />;
    case 'invalid':
      return (
        <ErrorSummary
          title={`通し番号 ${answer.serial} の内容をお確かめください`}
          errors={Object.entries(answer.form.errors).map(([field, message]) => ({
            href: `#${answer.serial}-${field}`,
            message: `${labelOf(view, answer, field)}: ${message}`,
          }))}
        />
      );
    case 'not_accepted':
      return (
        <Notice kind="error" isLive title={`通し番号 ${answer.serial} を受け付けられませんでした`}>
          <p>{acceptanceMessages[answer.outcome]}</p>
        </Notice>
      );
  }
}

function LookRefused({ refusal, serial }: { readonly refusal: LookRefusal; readonly serial: string }) {
  switch (refusal.kind) {
    case 'gone':
      return <Notice kind="info" isLive title="この票は、すでに確認が済んでいます" />;
    case 'keyed_anew':
      return (
        <Notice kind="error" isLive title={`通し番号 ${serial} の入力が、そのあいだに変わりました`}>
          <p>まだ受け付けていません。下の新しい内容を紙と見くらべて、もう一度選んでください。</p>
        </Notice>
      );
    case 'not_allowed':
      return <Notice kind="error" isLive title="この票は、入力していない人が確認します" />;
  }
}

function labelOf(
  { mismatches }: OpenFormsView,
  { serial, form }: Extract<FormAnswer, { kind: 'invalid' }>,
  field: string,
): string {
  const differing = mismatches.find((one) => one.serial === serial)?.differences ?? [];
  const difference = [...differing, ...form.neverKeyed].find((one) => one.field === field);
  // A question by its number alone: its text stands in the form.
  return difference?.label.split(' ')[0] ?? '回答コード';
}
