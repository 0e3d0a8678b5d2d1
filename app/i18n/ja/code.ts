import type { CodeProblem } from '#surveys/round/access-code.ts';

/** A page that tells what has become of a letter's code. */
interface CodeStateWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Words about access codes; each locale brings its own. */
export interface CodeWords {
  readonly label: string;
  readonly help: string;
  readonly resumeNote: string;
  readonly read: string;
  readonly typeInstead: string;
  readonly errorTitle: string;
  readonly askAgain: string;
  readonly unknown: string;
  readonly busy: string;
  readonly entry: { readonly title: string; readonly lead: string; readonly go: string };
  readonly used: CodeStateWords;
  readonly refused: CodeStateWords;
  readonly another: string;
  readonly kept: {
    readonly summary: string;
    readonly lines: readonly string[];
    readonly everyone: string;
    readonly unused: string;
  };
}

/** Words about access codes for those who got a letter. */
export const codeWords: CodeWords = {
  label: '回答コード',
  help: 'お手紙に印刷されている14文字です。大文字・小文字やハイフン(-)の有無は、どちらでもかまいません。数字の0と英字のO、1とIなどは、どちらで入力しても通じます。',
  resumeNote: '途中でやめても、同じ回答コードを入力すれば、別の端末からでも続きを回答できます。',
  read: 'お手紙の回答コードを読み取りました。下のボタンから回答できます。',
  typeInstead: '回答コードを入力して始める場合はこちら',
  errorTitle: '回答コードをお確かめください',
  askAgain: '回答コードの読み取りから時間がたちました。お手紙の回答コードを入力してください。',
  unknown:
    'この回答コードは見つかりませんでした。お手紙の文字と見くらべてください。別の調査のお手紙でないかもお確かめください。',
  busy: 'ただいま混み合っています。30秒ほど待ってから、もう一度お試しください。',
  entry: {
    title: 'お手紙の回答コードを入力する',
    lead: '区役所からアンケートのお手紙が届いた方は、こちらから回答できます。',
    go: 'アンケートを開く',
  },
  used: {
    title: 'このお手紙の回答は、もう届いています',
    lines: [
      'ご回答ありがとうございました。この回答コードでの回答は、すでに受け付けています。もう一度お答えいただく必要はありません。',
      '1通のお手紙で回答できるのは1回だけです。何かを間違えたわけではありませんので、ご安心ください。',
      '心当たりがないときは、ご家族が代わりに答えていないかをご確認のうえ、お手紙に書かれた区役所の連絡先へお知らせください。',
    ],
  },
  refused: {
    title: 'この回答コードは、いまは使えません',
    lines: [
      '新しいお手紙をお送りしたなどの理由で、この回答コードは取り消されています。',
      '新しいお手紙をお持ちの方は、そちらの回答コードをお使いください。',
      'お困りのときは、お手紙に書かれた区役所の連絡先へお電話ください。新しい回答コードをご用意します。',
    ],
  },
  another: '別の回答コードを入力する',
  kept: {
    summary: '回答コードと回答の記録について(くわしく)',
    lines: [
      '回答コードは、1通のお手紙で1回だけ回答できるようにするためのものです。お名前やご住所は、このしくみには入っていません。',
      '回答コードそのものは保存しません。元に戻せない形に変えたもの、お手紙の整理番号と地域などの区分、使用済みかどうかだけを保存します。',
      '回答は、回答コードとは別の場所に、ほかの方の回答と順番を混ぜて保存します。いつ・どの端末で・何語で答えたかは、件数としてだけ残ります。',
      '途中まで入力した内容は、回答コードがなければ開けない形で保存し、送信すると消します。',
      '結果が確定すると、回答コードの記録はすべて消します。その後は、このしくみに残る記録から、誰の回答かを調べることはできません。',
      '受付の開始から結果の確定までの間だけは、サーバーの管理者が記録を細かく調べれば、回答コードと回答を結びつけられるおそれが残ります。また、お手紙を印刷・発送する担当者は、どのお手紙がどなたあてかと、その回答コードを知っています。職員の画面から、回答コードと回答を結びつけることはできません。',
    ],
    everyone: 'お知らせをもう一度お送りするときは、回答したかどうかにかかわらず、全員にお送りします。',
    unused:
      'まだ回答していない方だけに、お知らせをもう一度お送りすることがあります。そのため担当者は、どのお手紙の回答が届いていないかを調べます。回答の内容は分かりません。',
  },
};

/** What to do about typed text that is no code. */
export function codeProblemMessage(problem: CodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'お手紙に印刷されている回答コードを入力してください。';
    case 'unknown_character':
      return `回答コードにない文字「${problem.character}」が入っています。英字と数字だけを入力してください。`;
    case 'wrong_length':
      return `回答コードは14文字です(いまは${problem.nTyped}文字です)。抜けや重なりがないかをお確かめください。`;
    case 'mistyped':
      return '打ち間違いがあるようです。お手紙の回答コードと1文字ずつ見くらべてください。';
  }
}
