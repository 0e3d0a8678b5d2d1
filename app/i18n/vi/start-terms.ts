import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';

const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** A day as Vietnamese letters write it, which no style of Intl does. */
function formatDay(day: Date): string {
  const part = new Map(dayFormat.formatToParts(day).map(({ type, value }) => [type, value]));
  return `ngày ${part.get('day')} tháng ${part.get('month')} năm ${part.get('year')}`;
}

/** Words around a round's own terms in Vietnamese. */
export const startTermsWords: StartTermsWords = {
  voluntary: 'Nếu không trả lời',
  contact: 'Liên hệ',
  more: 'Trả lời thay, trả lời trùng và thời hạn lưu',
  keptUntil: (day) =>
    `Câu trả lời của từng phiếu được lưu đến ${formatDay(new Date(`${day}T12:00:00+09:00`))}, sau đó được xóa.`,
};
