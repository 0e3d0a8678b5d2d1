import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ko/answer.ts';
import { answerErrorMessage } from '#app/i18n/ko/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ko/code.ts';
import { errorTexts } from '#app/i18n/ko/errors.ts';
import { kioskWords } from '#app/i18n/ko/kiosk.ts';

const dayFormat = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

export const korean: ResidentWords = {
  locale: 'ko',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: '필수',
    optional: '선택 사항',
    error: '오류:',
    notApplicable: '해당 없음',
    chooseMany: '해당하는 것을 모두 선택해 주십시오.',
    chooseUpTo: (n) => `${n}개까지 선택하실 수 있습니다.`,
    numberRange: (min, max) => `${min}부터 ${max}까지의 수로 응답해 주십시오.`,
    date: {
      year: '년',
      month: '월',
      day: '일',
      example: (day) => `예: ${day}`,
      range: (earliest = '', latest = '') =>
        `${[earliest && `${earliest}부터`, latest && `${latest}까지`].filter(Boolean).join(' ')}의 날짜를 입력해 주십시오.`,
    },
    maxLength: (n) => `${n}글자까지`,
    remainingLength: (n) => `앞으로 ${n}글자 더 쓰실 수 있습니다.`,
    excessLength: (n) => `정해진 길이보다 ${n}글자 많습니다.`,
    questionNumber: (n) => `질문 ${n}.`,
  },
  frame: {
    demo: '시험용',
    demoMessage: (ward) =>
      `이것은 동작을 시험해 보기 위한 화면입니다. ${ward}의 실제 조사나 결과가 아닙니다.`,
    untitled: '주민 설문조사',
  },
  kiosk: kioskWords,
  letterLine:
    '한국어로 응답하실 수 있습니다. 스마트폰으로 QR 코드를 찍고, 페이지 위쪽에서 “한국어”를 선택해 주십시오.',
  startTerms: {
    voluntary: '응답하지 않으시는 경우',
    contact: '문의처',
    more: '대리 응답, 중복 응답, 보관 기한',
    keptUntil: (day) =>
      `개별 응답은 ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))}까지 보관하고, 그 뒤에 삭제합니다.`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
