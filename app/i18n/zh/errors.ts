import type { ErrorTexts } from '#app/i18n/ja/errors.ts';

const byStatus: ErrorTexts['byStatus'] = {
  400: {
    title: '无法读取提交的内容',
    whatHappened: '提交的数据格式有误，无法受理。',
    whatToDo: '请返回上一页，再试一次。',
  },
  403: {
    title: '您没有打开此页面的权限',
    whatHappened: '此页面仅供有相应权限的负责人员使用。',
    whatToDo: '请使用其他账号登录，或咨询管理员。',
  },
  404: {
    title: '找不到页面',
    whatHappened: '网址可能有误，或者页面可能已不存在。',
    whatToDo: '请再次确认网址。',
  },
  405: {
    title: '无法进行此操作',
    whatHappened: '此网址不接受您所使用的访问方式。',
    whatToDo: '请重新打开页面后再试。',
  },
  409: {
    title: '目前无法进行此操作',
    whatHappened: '由于本次调查的状态已发生变化，未能进行操作。',
    whatToDo: '请重新打开本次调查的页面，确认目前的状态。',
  },
  410: {
    title: '受理已结束',
    whatHappened: '此页面的受理期间已结束。',
    whatToDo: '请从首页查看其他调查或结果。',
  },
  413: {
    title: '提交的内容过大',
    whatHappened: '超过了一次可以提交的大小（64KB），无法受理。',
    whatToDo: '请返回上一页，缩短自由填写等内容后，再次提交。',
  },
  415: {
    title: '不支持提交的格式',
    whatHappened: '此页面只受理通过页面上的输入栏提交的回答。',
    whatToDo: '请打开页面，使用页面上的按钮提交。',
  },
  429: {
    title: '操作次数过多',
    whatHappened: '由于短时间内反复操作，已暂时停止受理。',
    whatToDo: '请稍等片刻后再试。',
  },
};

const round: ErrorTexts['byStatus'] = {
  403: {
    title: '本调查尚未开始',
    whatHappened: '目前尚未开始受理回答。',
    whatToDo: '请确认受理期间，并在受理开始后再次访问。',
  },
  404: {
    title: '找不到该调查',
    whatHappened: '没有您要找的调查。网址可能有误。',
    whatToDo: '请再次确认您手中的通知上所写的网址。',
  },
  410: {
    title: '本调查的受理已结束',
    whatHappened: '回答的受理期间已结束。感谢各位的大力协助。',
    whatToDo: '调查结果将在区政评价页面上公布。',
  },
};

const fault: ErrorTexts['fault'] = {
  title: '目前无法处理',
  whatHappened: '系统发生了问题。我们已作记录，以便负责人员确认。',
  whatToDo: '请稍等片刻，然后重新打开页面。在此之前已保存的回答没有丢失。',
};

const frame: ErrorTexts['frame'] = {
  faultNumber: '咨询时，请告知以下编号：',
  toHome: '前往首页（日语）',
};

export const errorTexts: ErrorTexts = { frame, fault, byStatus, byTopic: { round } };
