import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ja-easy/answer.ts';
import { answerErrorMessage } from '#app/i18n/ja-easy/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ja-easy/code.ts';
import { easyDate } from '#app/i18n/ja-easy/easy-date.ts';
import { errorTexts } from '#app/i18n/ja-easy/errors.ts';
import { kioskWords } from '#app/i18n/ja-easy/kiosk.ts';

export const easyJapanese: ResidentWords = {
  locale: 'ja-easy',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: '答《こた》えが 必要《ひつよう》です',
    optional: '答《こた》えなくても いいです',
    error: 'エラー:',
    notApplicable: 'あてはまりません',
    chooseMany: 'あてはまる ものを 全部《ぜんぶ》 選《えら》んでください。',
    chooseUpTo: (n) => `${n}こまで 選《えら》べます。`,
    numberRange: (min, max) => `${min}から ${max}までの 数《かず》で 答《こた》えてください。`,
    date: {
      year: '年《ねん》',
      month: '月《つき》',
      day: '日《ひ》',
      example: (day) => `例《れい》: ${day}`,
      range: (earliest = '', latest = '') =>
        `${earliest && `${earliest}から `}${latest && `${latest}まで`}の 日《ひ》を 書《か》いてください。`,
    },
    maxLength: (n) => `${n}文字《もじ》まで`,
    remainingLength: (n) => `あと ${n}文字《もじ》 書《か》けます。`,
    excessLength: (n) => `${n}文字《もじ》 多《おお》すぎます。`,
    questionNumber: (n) => `質問《しつもん》${n}`,
  },
  frame: {
    demo: 'デモ',
    demoMessage: (ward) =>
      `これは 試《ため》す ための 画面《がめん》です。${ward}の 本当《ほんとう》の アンケートや 結果《けっか》では ありません。`,
    untitled: '住民《じゅうみん》アンケート',
  },
  kiosk: kioskWords,
  letterLine:
    'やさしい 日本語《にほんご》でも 答《こた》える ことが できます。スマートフォンで QRコードを 読《よ》んでください。それから、ページの 上《うえ》の「やさしい日本語《にほんご》」を 選《えら》んでください。',
  startTerms: {
    voluntary: '答《こた》えない とき',
    contact: '聞《き》きたい ことが ある とき',
    more: '代《か》わりの 人《ひと》が 答《こた》える とき・2回《かい》 答《こた》えた とき・いつまで 保存《ほぞん》するか',
    keptUntil: (day) =>
      `1つ1つの 答《こた》えは、${easyDate(new Date(`${day}T12:00:00+09:00`))}まで 保存《ほぞん》します（とっておきます）。その 後《あと》、消《け》します。`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
