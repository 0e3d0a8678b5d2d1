const dateFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** Words of the resident's pages in Japanese. */
export const answerWords = {
  start: {
    begin: '回答をはじめる',
    resumeNote: '途中まで回答した方は、同じボタンで続きから再開できます(同じ端末・ブラウザーの場合)。',
    asks: 'お願いする人',
    why: '目的',
    time: 'かかる時間',
    timeValue: (minutes: number, nQuestions: number) => `約${minutes}分・全${nQuestions}問`,
    until: '回答期限',
    untilValue: (closesAt: string) => `${dateFormat.format(new Date(closesAt))}まで`,
    privacy: '回答の取り扱い',
    anonymous:
      'この調査は無記名です。お名前や連絡先はうかがいません。誰がどの回答をしたかが分からないように、回答はほかの方の回答と順番を混ぜて保存します。無記名のため、送信した後に回答を取り消すことはできません。',
    attributed:
      'この調査は、どの団体・調査員からの回答かが分かる形で集計します。回答は、指標の集計と事業の改善だけに使います。',
    use: '回答は統計として集計し、区政の評価と改善のためだけに使います。',
  },
  page: {
    progress: (current: number, total: number) => `${total}ページ中 ${current}ページ目`,
    next: '次へ進む',
    back: '戻る',
    toReview: '確認画面へ戻る',
    errorTitle: (n: number) => `入力内容に${n}件の確認が必要な項目があります`,
    errorLine: (number: number, message: string) => `問${number} ${message}`,
    saved: '「次へ進む」を押すたびに、回答は安全に保存されます。',
  },
  review: {
    title: '回答内容の確認',
    lead: 'まだ送信されていません。内容をお確かめのうえ、「この内容で送信する」を押してください。',
    change: '変更する',
    changeOf: (topic: string) => `「${topic}」の回答を変更する`,
    noAnswer: '回答なし',
    question: (number: number, text: string) => `問${number} ${text}`,
    send: 'この内容で送信する',
    back: '回答を直す',
  },
  sent: {
    title: '回答を受け付けました',
    thanks: 'ご協力ありがとうございました。',
    receipt: '受付番号',
    receiptNote:
      'この番号は、回答が届いたことの控えです。番号から回答の内容が分かることはありません。この画面は閉じてかまいません。',
    toResults: '区政の評価のページを見る',
  },
  single: { toReview: '確認画面へ進む' },
  titleWithError: (title: string) => `エラー: ${title}`,
};

export type AnswerWords = typeof answerWords;
