import type { StartTermsWords } from '#app/i18n/ja/start-terms.ts';
import { easyDate } from '#app/i18n/ja-easy/easy-date.ts';

/** Words around a round's own terms in easy Japanese. */
export const startTermsWords: StartTermsWords = {
  voluntary: '答《こた》えない とき',
  contact: '聞《き》きたい ことが ある とき',
  more: '代《か》わりの 人《ひと》が 答《こた》える とき・2回《かい》 答《こた》えた とき・いつまで 保存《ほぞん》するか',
  keptUntil: (day) =>
    `1つ1つの 答《こた》えは、${easyDate(new Date(`${day}T12:00:00+09:00`))}まで 保存《ほぞん》します（とっておきます）。その 後《あと》、消《け》します。`,
};
