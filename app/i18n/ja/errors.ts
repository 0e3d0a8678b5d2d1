/** What an error page says: what happened, and what to do now. */
export interface ErrorWords {
  readonly title: string;
  readonly whatHappened: string;
  readonly whatToDo: string;
}

/** Words around an error, whatever it is. */
export interface ErrorFrameWords {
  readonly faultNumber: string;
  readonly toHome: string;
}

type ErrorsByStatus = Readonly<Record<number, ErrorWords>>;

/** All error pages of one language; plain data, so that a page can carry them in the one it needs. */
export interface ErrorTexts {
  readonly frame: ErrorFrameWords;
  /** A fault of ours: the page shows its id so that the office can find it in the log. */
  readonly fault: ErrorWords;
  readonly byStatus: ErrorsByStatus;
  /** Refusals that say more than their status does. */
  readonly byTopic: Readonly<Record<string, ErrorsByStatus>>;
}

const byStatus: ErrorsByStatus = {
  400: {
    title: '送信された内容を読み取れませんでした',
    whatHappened: '送られたデータの形式に誤りがあり、受け付けられませんでした。',
    whatToDo: '前のページに戻り、もう一度お試しください。',
  },
  403: {
    title: 'このページを開く権限がありません',
    whatHappened: 'このページは、担当の権限がある方だけが利用できます。',
    whatToDo: '別のアカウントでログインするか、管理者にお問い合わせください。',
  },
  404: {
    title: 'ページが見つかりません',
    whatHappened: 'アドレスが間違っているか、ページがなくなった可能性があります。',
    whatToDo: 'アドレスをもう一度お確かめください。',
  },
  405: {
    title: 'この操作はできません',
    whatHappened: 'このアドレスでは受け付けていない方法でアクセスされました。',
    whatToDo: 'ページを開き直してからお試しください。',
  },
  409: {
    title: 'いまはこの操作ができません',
    whatHappened: '調査回の状態が変わったため、操作を行えませんでした。',
    whatToDo: '調査回のページを開き直し、いまの状態をお確かめください。',
  },
  410: {
    title: '受付は終了しました',
    whatHappened: 'このページの受付期間は終わりました。',
    whatToDo: 'トップページから、ほかの調査や結果をご覧ください。',
  },
  413: {
    title: '送信された内容が大きすぎます',
    whatHappened: '一度に送れる大きさ(64キロバイト)を超えたため、受け付けられませんでした。',
    whatToDo: '前のページに戻り、自由記述などを短くしてから、もう一度お送りください。',
  },
  415: {
    title: '送信された形式には対応していません',
    whatHappened: 'このページは、画面の入力欄から送られた回答だけを受け付けます。',
    whatToDo: 'ページを開き、画面のボタンから送信してください。',
  },
  429: {
    title: '操作の回数が多すぎます',
    whatHappened: '短い時間にくり返し操作されたため、一時的に受付を止めています。',
    whatToDo: 'しばらく待ってから、もう一度お試しください。',
  },
};

const byTopic: ErrorTexts['byTopic'] = {
  invitation: {
    410: {
      title: 'このリンクは使えません',
      whatHappened: 'リンクは1回だけ使えます。すでに使われたか、取り消されたか、期限が切れています。',
      whatToDo: 'システム管理者に、新しいリンクを依頼してください。',
    },
  },
  round: {
    403: {
      title: 'この調査はまだ始まっていません',
      whatHappened: '回答の受付開始前です。',
      whatToDo: '受付期間をお確かめのうえ、期間になってからもう一度お越しください。',
    },
    404: {
      title: '調査が見つかりません',
      whatHappened: 'お探しの調査はありません。アドレスが間違っている可能性があります。',
      whatToDo: 'お手元の案内に書かれたアドレスを、もう一度お確かめください。',
    },
    410: {
      title: 'この調査の受付は終了しました',
      whatHappened: '回答の受付期間が終わりました。たくさんのご協力をありがとうございました。',
      whatToDo: '調査の結果は、区政の評価のページで公表します。',
    },
  },
};

const fault: ErrorWords = {
  title: 'ただいま処理できませんでした',
  whatHappened: 'システムに問題が起きました。担当者が確認できるよう記録しました。',
  whatToDo: '少し待ってから、ページを開き直してください。それまでに保存された回答は失われていません。',
};

const frame: ErrorFrameWords = {
  faultNumber: 'お問い合わせの際は、次の番号をお伝えください:',
  toHome: 'トップページへ',
};

export const errorTexts: ErrorTexts = { frame, fault, byStatus, byTopic };

/** The words of a refusal, for the topic it is about if there are special ones. */
export function errorWords(
  { byTopic, byStatus, fault }: ErrorTexts,
  status: number,
  topic: string,
): ErrorWords {
  return byTopic[topic]?.[status] ?? byStatus[status] ?? fault;
}
