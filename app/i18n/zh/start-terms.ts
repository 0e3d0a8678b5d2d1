import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';

const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Words around a round's own terms in Chinese. */
export const startTermsWords: StartTermsWords = {
  voluntary: '如果不回答',
  contact: '咨询处',
  more: '他人代为回答、重复回答、保存期限',
  keptUntil: (day) =>
    `每一份回答保存至${dayFormat.format(new Date(`${day}T12:00:00+09:00`))}，之后予以删除。`,
};
