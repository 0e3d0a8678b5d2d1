import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';

const dayFormat = new Intl.DateTimeFormat('ne-NP-u-nu-latn', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Words around a round's own terms in Nepali. */
export const startTermsWords: StartTermsWords = {
  voluntary: 'जवाफ नदिएमा',
  contact: 'सम्पर्क',
  more: 'अरूको सट्टा जवाफ, दोहोरिएको जवाफ, जवाफ राखिने अवधि',
  keptUntil: (day) =>
    `प्रत्येक जवाफ ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))} सम्म राखिन्छ र त्यसपछि मेटाइन्छ।`,
};
