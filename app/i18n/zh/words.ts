import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/zh/answer.ts';
import { answerErrorMessage } from '#app/i18n/zh/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/zh/code.ts';
import { errorTexts } from '#app/i18n/zh/errors.ts';
import { kioskWords } from '#app/i18n/zh/kiosk.ts';

const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

export const chinese: ResidentWords = {
  locale: 'zh',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: '必填',
    optional: '选填',
    error: '错误：',
    notApplicable: '不适用',
    chooseMany: '请选择所有符合的选项。',
    chooseUpTo: (n) => `最多可选${n}项。`,
    numberRange: (min, max) => `请用${min}到${max}之间的数字回答。`,
    date: {
      year: '年',
      month: '月',
      day: '日',
      example: (day) => `例：${day}`,
      range: (earliest = '', latest = '') =>
        `请填写${earliest && `${earliest}及以后`}${earliest && latest && '、'}${latest && `${latest}及以前`}的日期。`,
    },
    maxLength: (n) => `最多${n}个字`,
    remainingLength: (n) => `还可以写${n}个字。`,
    excessLength: (n) => `超出了${n}个字。`,
    questionNumber: (n) => `第${n}题`,
  },
  frame: {
    demo: '演示',
    demoMessage: (ward) => `这是供试用的页面，不是${ward}实际的调查或结果。`,
    untitled: '居民问卷调查',
  },
  kiosk: kioskWords,
  letterLine: '您可以用中文回答：请用手机扫描二维码，然后在页面上方选择“中文”。',
  startTerms: {
    voluntary: '如果不回答',
    contact: '咨询处',
    more: '他人代为回答、重复回答、保存期限',
    keptUntil: (day) =>
      `每一份回答保存至${dayFormat.format(new Date(`${day}T12:00:00+09:00`))}，之后予以删除。`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
