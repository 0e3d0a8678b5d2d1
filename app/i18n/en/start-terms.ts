import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Words around a round's own terms in English. */
export const startTermsWords: StartTermsWords = {
  voluntary: 'If you do not answer',
  contact: 'Contact',
  more: 'Answering for somebody else, answering twice, how long answers are kept',
  keptUntil: (day) =>
    `Single responses are kept until ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))} and then deleted.`,
};
