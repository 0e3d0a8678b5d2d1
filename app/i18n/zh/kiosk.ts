import type { KioskWords } from '#app/i18n/ja/kiosk.ts';

/** Words of the tablet at the counter in Chinese. */
export const kioskWords: KioskWords = {
  begin: '开始回答',
  touch: '请触摸屏幕，回答问卷调查。',
  time: (minutes, nQuestions) => `约${minutes}分钟，共${nQuestions}题`,
  anonymous:
    '本调查为不记名调查，不会询问您的姓名和联系方式。提交完成后，回答不会留在本设备上。提交之后无法撤回回答。',
  attributed: '本调查在统计时，可以看出回答来自哪个团体或哪位调查员。提交完成后，回答不会留在本设备上。',
  chooseLanguage: '选择语言',
  next: '下一步',
  back: '返回',
  send: '提交',
  stop: '停止并返回开头',
  progress: (current, total) => `第${current}页，共${total}页`,
  errorTitle: (n) => `有${n}项需要确认`,
  errorLine: (number, message) => `第${number}题：${message}`,
  codeTitle: '输入回答码',
  codeLabel: '回答码',
  codeHelp: '印在您收到的信上的14位字符。大写或小写、有无连字符均可。',
  codeOffline: '网络连接已中断。请稍等片刻后再试。',
  codeReply: {
    used: '使用此回答码的回答已经收到。您无需再次回答。',
    withdrawn: '此回答码已无法使用。请询问工作人员。',
  },
  sending: '正在保存回答。',
  thanks: '感谢您的协助。',
  thanksSent: '已收到您的回答。',
  thanksKept: '您的回答已安全保存。网络恢复后将自动发送。',
  thanksReset: (seconds) => `${seconds}秒后返回开始画面。`,
  nextPerson: '返回开始画面',
  idleTitle: '要继续吗？',
  idle: (seconds) => `再过${seconds}秒，将清除回答并返回开始画面。`,
  goOn: '继续回答',
  refusedTitle: '未能受理您的回答',
  notOpen: '本调查的受理已结束。',
  invalid: '请告知工作人员。',
};
