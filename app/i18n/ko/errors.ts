import type { ErrorTexts } from '#app/i18n/ja/errors.ts';

const byStatus: ErrorTexts['byStatus'] = {
  400: {
    title: '제출하신 내용을 읽지 못했습니다',
    whatHappened: '보내신 데이터의 형식에 오류가 있어 접수하지 못했습니다.',
    whatToDo: '이전 페이지로 돌아가 다시 시도해 주십시오.',
  },
  403: {
    title: '이 페이지를 열 권한이 없습니다',
    whatHappened: '이 페이지는 담당 권한이 있는 분만 이용하실 수 있습니다.',
    whatToDo: '다른 계정으로 로그인하시거나 관리자에게 문의해 주십시오.',
  },
  404: {
    title: '페이지를 찾을 수 없습니다',
    whatHappened: '인터넷 주소가 틀렸거나 페이지가 없어졌을 수 있습니다.',
    whatToDo: '인터넷 주소를 다시 확인해 주십시오.',
  },
  405: {
    title: '이 조작은 할 수 없습니다',
    whatHappened: '이 인터넷 주소에서는 받지 않는 방법으로 접속되었습니다.',
    whatToDo: '페이지를 다시 연 뒤 시도해 주십시오.',
  },
  409: {
    title: '지금은 이 조작을 할 수 없습니다',
    whatHappened: '조사의 상태가 바뀌어 조작이 이루어지지 않았습니다.',
    whatToDo: '조사 페이지를 다시 열어 현재 상태를 확인해 주십시오.',
  },
  410: {
    title: '접수가 끝났습니다',
    whatHappened: '이 페이지의 접수 기간이 끝났습니다.',
    whatToDo: '첫 페이지에서 다른 조사나 결과를 보실 수 있습니다.',
  },
  413: {
    title: '제출하신 내용이 너무 큽니다',
    whatHappened: '한 번에 보낼 수 있는 크기(64킬로바이트)를 넘어 접수하지 못했습니다.',
    whatToDo: '이전 페이지로 돌아가 의견 등 직접 쓰신 글을 줄인 뒤 다시 제출해 주십시오.',
  },
  415: {
    title: '제출하신 형식은 지원하지 않습니다',
    whatHappened: '이 페이지는 화면의 입력란에서 제출하신 응답만 접수합니다.',
    whatToDo: '페이지를 열고 화면의 버튼으로 제출해 주십시오.',
  },
  429: {
    title: '조작 횟수가 너무 많습니다',
    whatHappened: '짧은 시간에 조작이 되풀이되어 일시적으로 접수를 멈추었습니다.',
    whatToDo: '잠시 기다렸다가 다시 시도해 주십시오.',
  },
};

const round: ErrorTexts['byStatus'] = {
  403: {
    title: '이 조사는 아직 시작되지 않았습니다',
    whatHappened: '응답 접수를 시작하기 전입니다.',
    whatToDo: '접수 기간을 확인하신 뒤, 기간이 되면 다시 방문해 주십시오.',
  },
  404: {
    title: '조사를 찾을 수 없습니다',
    whatHappened: '찾으시는 조사가 없습니다. 인터넷 주소가 틀렸을 수 있습니다.',
    whatToDo: '가지고 계신 안내문에 적힌 인터넷 주소를 다시 확인해 주십시오.',
  },
  410: {
    title: '이 조사의 접수가 끝났습니다',
    whatHappened: '응답 접수 기간이 끝났습니다. 많은 협조에 감사드립니다.',
    whatToDo: '조사 결과는 구정 평가 페이지에서 공표합니다.',
  },
};

const fault: ErrorTexts['fault'] = {
  title: '지금은 처리할 수 없습니다',
  whatHappened: '시스템에 문제가 생겼습니다. 담당자가 확인할 수 있도록 기록했습니다.',
  whatToDo: '잠시 기다렸다가 페이지를 다시 열어 주십시오. 그때까지 저장된 응답은 사라지지 않았습니다.',
};

const frame: ErrorTexts['frame'] = {
  faultNumber: '문의하실 때는 다음 번호를 알려 주십시오:',
  toHome: '첫 페이지로(일본어)',
};

export const errorTexts: ErrorTexts = { frame, fault, byStatus, byTopic: { round } };
