import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';

const dayFormat = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Words around a round's own terms in Korean. */
export const startTermsWords: StartTermsWords = {
  voluntary: '응답하지 않으시는 경우',
  contact: '문의처',
  more: '대리 응답, 중복 응답, 보관 기한',
  keptUntil: (day) =>
    `개별 응답은 ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))}까지 보관하고, 그 뒤에 삭제합니다.`,
};
