/** Words of the tablet at the counter for those who answer on it; each locale brings its own. */
export const kioskWords = {
  begin: '回答をはじめる',
  touch: '画面にふれて、アンケートにお答えください。',
  time: (minutes: number, nQuestions: number) => `約${minutes}分・全${nQuestions}問`,
  anonymous:
    '無記名の調査です。お名前や連絡先はうかがいません。送信が終わると、この端末に回答は残りません。送信した後に回答を取り消すことはできません。',
  attributed:
    'どの団体・調査員からの回答かが分かる形で集計する調査です。送信が終わると、この端末に回答は残りません。',
  chooseLanguage: '言語を選ぶ',
  next: '次へ進む',
  back: '戻る',
  send: '送信する',
  stop: 'やめて最初に戻る',
  progress: (current: number, total: number) => `${total}ページ中 ${current}ページ目`,
  errorTitle: (n: number) => `${n}件の確認が必要な項目があります`,
  errorLine: (number: number, message: string) => `問${number} ${message}`,
  codeTitle: '回答コードの入力',
  codeLabel: '回答コード',
  codeHelp: '届いた案内に印刷された14文字です。大文字と小文字、ハイフンの有無は問いません。',
  codeOffline: '通信が切れています。少し待ってから、もう一度お試しください。',
  codeReply: {
    used: 'この回答コードでは、すでに回答が届いています。もう一度お答えいただく必要はありません。',
    withdrawn: 'この回答コードは使えなくなっています。職員におたずねください。',
  },
  sending: '回答を保存しています。',
  thanks: 'ご協力ありがとうございました。',
  thanksSent: '回答を受け付けました。',
  thanksKept: '回答を安全に預かりました。通信が戻りしだい、自動で送ります。',
  thanksReset: (seconds: number) => `${seconds}秒後に最初の画面に戻ります。`,
  nextPerson: '最初の画面に戻る',
  idleTitle: '続けますか?',
  idle: (seconds: number) => `あと${seconds}秒で、回答を消して最初の画面に戻ります。`,
  goOn: '回答を続ける',
  refusedTitle: '回答を受け付けられませんでした',
  notOpen: 'この調査の受付は終わっています。',
  invalid: '職員に声をおかけください。',
};

export type KioskWords = typeof kioskWords;

/** Words of a tablet that nobody answers on: what staff read when they set it up or look after it. */
export const kioskStaffWords = {
  waitingTitle: 'いまは受付中のアンケートがありません',
  waiting: '受付が始まると、この画面にアンケートが表示されます。',
  unsent: (n: number) => `送信を待っている回答 ${n}件`,
  /** Plain http, or a full disk: only this page holds them. */
  unsentHere: (n: number) => `送信を待っている回答 ${n}件(この画面を閉じると失われます)`,
  unsentBeforePairing: (n: number) =>
    `この端末には、送信を待っている回答が${n}件あります。端末をつなぐと、自動で送ります。`,
  needsScript: 'この画面にはJavaScriptが必要です。ブラウザーの設定を確かめてください。',
  pairTitle: '窓口の端末をつなぐ',
  pairLabel: 'ペアリングコード',
  pairHelp: '職員用の「窓口の端末」の画面に表示された10けたの数字を入力してください。',
  pair: 'つなぐ',
  pairRefused: {
    busy: '失敗が続いています。しばらく待ってから入力してください。',
    unknown_code: 'コードが違うか、期限が切れています。職員用の画面で新しいコードを出してください。',
  },
} as const;
