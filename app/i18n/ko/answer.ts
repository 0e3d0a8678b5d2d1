import type { AnswerWords } from '#app/i18n/ja/answer.ts';

/** On the 24-hour clock: some versions of the locale's data write AM and PM in Latin letters. */
const dateFormat = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Words of the resident's pages in Korean. */
export const answerWords: AnswerWords = {
  start: {
    begin: '응답 시작하기',
    resumeNote:
      '도중까지 응답하신 분은 같은 버튼으로 이어서 응답하실 수 있습니다(같은 기기와 브라우저를 쓰시는 경우).',
    asks: '조사하는 곳',
    why: '목적',
    time: '소요 시간',
    timeValue: (minutes, nQuestions) => `약 ${minutes}분, 질문 총 ${nQuestions}개`,
    until: '응답 기한',
    untilValue: (closesAt) => `${dateFormat.format(new Date(closesAt))}까지`,
    privacy: '응답 내용의 취급',
    anonymous:
      '이 조사는 무기명입니다. 성함이나 연락처는 여쭙지 않습니다. 누가 어떤 응답을 했는지 알 수 없도록, 응답은 다른 분들의 응답과 순서를 섞어 저장합니다. 무기명이므로 제출하신 뒤에는 응답을 취소하실 수 없습니다. ',
    attributed:
      '이 조사는 어느 단체나 조사원의 응답인지 알 수 있는 형태로 집계합니다. 응답은 지표를 집계하고 사업을 개선하는 데에만 사용합니다. ',
    use: '응답은 통계로 집계하며, 구정을 평가하고 개선하는 데에만 사용합니다.',
  },
  page: {
    progress: (current, total) => `총 ${total}페이지 중 ${current}페이지`,
    next: '다음으로',
    back: '이전으로',
    toReview: '확인 화면으로 돌아가기',
    errorTitle: (n) => `입력하신 내용 중 확인이 필요한 항목이 ${n}개 있습니다`,
    errorLine: (number, message) => `질문 ${number}: ${message}`,
    saved: '“다음으로”를 누르실 때마다 응답이 안전하게 저장됩니다.',
  },
  review: {
    title: '응답 내용 확인',
    lead: '아직 제출되지 않았습니다. 내용을 확인하신 뒤 “이 내용으로 제출하기”를 눌러 주십시오.',
    change: '변경하기',
    changeOf: (topic) => `“${topic}” 응답 변경하기`,
    noAnswer: '응답 없음',
    question: (number, text) => `질문 ${number}. ${text}`,
    send: '이 내용으로 제출하기',
    back: '응답 고치기',
  },
  sent: {
    title: '응답이 접수되었습니다',
    thanks: '협조해 주셔서 감사합니다.',
    receipt: '접수 번호',
    receiptNote:
      '이 번호는 응답이 도착했다는 증표입니다. 이 번호로 응답 내용을 알 수는 없습니다. 이 화면은 닫으셔도 됩니다.',
    toResults: '구정 평가 페이지 보기',
  },
  single: { toReview: '확인 화면으로 가기' },
  titleWithError: (title) => `오류: ${title}`,
};
