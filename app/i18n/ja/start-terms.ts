const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Words around a round's own terms on its first page; the terms themselves come with the round. */
export const startTermsWords = {
  voluntary: '回答しない場合',
  contact: 'お問い合わせ',
  more: '代理の方の回答・重複した回答・保存の期限',
  keptUntil: (day: string) =>
    `1件ごとの回答は${dayFormat.format(new Date(`${day}T12:00:00+09:00`))}まで保存し、その後消去します。`,
};

export type StartTermsWords = typeof startTermsWords;
