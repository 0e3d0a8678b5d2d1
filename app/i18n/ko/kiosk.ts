import type { KioskWords } from '#app/i18n/ja/kiosk.ts';

/** Words of the tablet at the counter in Korean. */
export const kioskWords: KioskWords = {
  begin: '응답 시작하기',
  touch: '화면을 눌러 설문조사에 응답해 주십시오.',
  time: (minutes, nQuestions) => `약 ${minutes}분, 질문 총 ${nQuestions}개`,
  anonymous:
    '무기명 조사입니다. 성함이나 연락처는 여쭙지 않습니다. 제출이 끝나면 이 기기에 응답이 남지 않습니다. 제출하신 뒤에는 응답을 취소하실 수 없습니다.',
  attributed:
    '어느 단체나 조사원의 응답인지 알 수 있는 형태로 집계하는 조사입니다. 제출이 끝나면 이 기기에 응답이 남지 않습니다.',
  chooseLanguage: '언어 선택',
  next: '다음으로',
  back: '이전으로',
  send: '제출하기',
  stop: '그만두고 처음으로 돌아가기',
  progress: (current, total) => `총 ${total}페이지 중 ${current}페이지`,
  errorTitle: (n) => `확인이 필요한 항목이 ${n}개 있습니다`,
  errorLine: (number, message) => `질문 ${number}: ${message}`,
  codeTitle: '응답 코드 입력',
  codeLabel: '응답 코드',
  codeHelp:
    '받으신 안내문에 인쇄된 14글자입니다. 대문자와 소문자 중 어느 쪽이든, 하이픈이 있든 없든 괜찮습니다.',
  codeOffline: '통신이 끊겼습니다. 잠시 기다렸다가 다시 시도해 주십시오.',
  codeReply: {
    used: '이 응답 코드로 하신 응답은 이미 도착했습니다. 다시 응답하실 필요는 없습니다.',
    withdrawn: '이 응답 코드는 이제 사용할 수 없습니다. 직원에게 문의해 주십시오.',
  },
  sending: '응답을 저장하고 있습니다.',
  thanks: '협조해 주셔서 감사합니다.',
  thanksSent: '응답이 접수되었습니다.',
  thanksKept: '응답을 안전하게 보관하고 있습니다. 통신이 복구되는 대로 자동으로 보냅니다.',
  thanksReset: (seconds) => `${seconds}초 뒤에 첫 화면으로 돌아갑니다.`,
  nextPerson: '첫 화면으로 돌아가기',
  idleTitle: '계속하시겠습니까?',
  idle: (seconds) => `${seconds}초 뒤에 응답을 지우고 첫 화면으로 돌아갑니다.`,
  goOn: '응답 계속하기',
  refusedTitle: '응답을 접수하지 못했습니다',
  notOpen: '이 조사의 접수는 끝났습니다.',
  invalid: '직원에게 말씀해 주십시오.',
};
