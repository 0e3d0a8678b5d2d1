import type { AnswerWords } from '#app/i18n/ja/answer.ts';

const dateFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** Words of the resident's pages in Chinese. */
export const answerWords: AnswerWords = {
  start: {
    begin: '开始回答',
    resumeNote: '如果您之前已回答了一部分，点击同一个按钮即可接着回答（限使用同一设备和浏览器时）。',
    asks: '调查机构',
    why: '目的',
    time: '所需时间',
    timeValue: (minutes, nQuestions) => `约${minutes}分钟，共${nQuestions}题`,
    until: '回答截止时间',
    untilValue: (closesAt) => dateFormat.format(new Date(closesAt)),
    privacy: '回答的处理方式',
    anonymous:
      '本调查为不记名调查，不会询问您的姓名和联系方式。为了不让人看出哪份回答是谁的，您的回答会与其他人的回答混在一起、打乱顺序后保存。由于不记名，提交之后无法撤回回答。',
    attributed: '本调查在统计时，可以看出回答来自哪个团体或哪位调查员。回答仅用于统计指标和改进项目。',
    use: '回答将汇总为统计数据，仅用于区政的评价和改进。',
  },
  page: {
    progress: (current, total) => `第${current}页，共${total}页`,
    next: '下一步',
    back: '返回',
    toReview: '返回确认页面',
    errorTitle: (n) => `填写内容中有${n}项需要确认`,
    errorLine: (number, message) => `第${number}题：${message}`,
    saved: '每次点击“下一步”，您的回答都会安全地保存下来。',
  },
  review: {
    title: '确认回答内容',
    lead: '回答尚未提交。请确认内容，然后点击“按此内容提交”。',
    change: '修改',
    changeOf: (topic) => `修改“${topic}”的回答`,
    noAnswer: '未回答',
    question: (number, text) => `第${number}题 ${text}`,
    send: '按此内容提交',
    back: '修改回答',
  },
  sent: {
    title: '已收到您的回答',
    thanks: '感谢您的协助。',
    receipt: '受理编号',
    receiptNote: '此编号是回答已送达的凭证。通过此编号无法得知回答的内容。您可以关闭此页面。',
    toResults: '查看区政评价页面',
  },
  single: { toReview: '前往确认页面' },
  titleWithError: (title) => `错误：${title}`,
};
