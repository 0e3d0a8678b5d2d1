import type { FinaliseRefusal } from '#app/fielding/rounds/finalise-round-for.ts';
import type { MoveOutcome } from '#app/fielding/rounds/move-round.ts';
import { formatDay, roleNames, stateNames } from '#app/i18n/ja/office.ts';
import type { Mover, Transition } from '#surveys/round/lifecycle.ts';

/** What happened, as the history of a round tells it. */
export const transitionNames: Readonly<Record<Transition, string>> = {
  request: '承認を依頼',
  return: '準備に差し戻し',
  approve: '承認',
  open: '受付を開始',
  extend: '受付期間を延長',
  close: '受付を終了',
  finalise: '結果を確定',
  publish: '結果を公表',
  destroy_paper: '紙の調査票を廃棄',
  erase: '1件ごとの回答を消去',
};

const moverNames: Readonly<Record<Mover, string>> = { ...roleNames, clock: '日時(自動)' };

type Refusal = Extract<MoveOutcome, { kind: 'refused' }>['refusal'] | FinaliseRefusal;

/** Why a round was not moved or finalised, and what may be done instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'wrong_state': {
      const states = refusal.from.map((state) => `「${stateNames[state]}」`).join('か');
      return `この操作ができるのは、状態が${states}の調査回だけです。いまの状態は「${stateNames[refusal.state]}」です。`;
    }
    case 'wrong_role':
      return `この操作ができるのは、${refusal.by.map((mover) => moverNames[mover]).join('・')}だけです。`;
    case 'own_request':
      return '承認を依頼した本人は承認できません。ほかの管理職に承認してもらってください。';
    case 'reason_missing':
      return '理由を入力してください。';
    case 'closing_passed':
      return '受付終了の日時を過ぎています。日程を変えてから、もう一度お試しください。';
    case 'not_due':
      return 'まだその日時になっていません。受付の開始は、日時になると自動で行います。';
    case 'not_later':
      return '新しい終了日時は、いまの終了日時より後の、これからの日時にしてください。';
    case 'beyond_keeping':
      return `回答者に約束した保存の期限(${formatDay(refusal.lastDay)})より前の日までしか、延長できません。`;
    case 'unknown_round':
      return '調査回が見つかりません。';
    case 'changed_since':
      return 'ページを開いた後に内容が変わりました。もう一度内容をお確かめください。';
    case 'forms_open':
      return `入力の途中の紙の調査票が${refusal.nOpenForms}票あります。「紙の調査票を入力する」の「入力途中の票」で、2人目の入力か確認を済ませるか、取り消してから確定してください。`;
    case 'tally_disagrees':
      return '集計表と回答票の数え直しが一致しないため、確定を中止しました。システム管理者に連絡してください。';
  }
}

/** The name of the person who moved a round; the clock has none. */
export const moverName = (actor: { readonly name: string } | null) => actor?.name ?? '自動';
