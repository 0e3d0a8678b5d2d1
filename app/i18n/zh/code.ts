import type { CodeWords } from '#app/i18n/ja/code.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';

/** Words about access codes in Chinese. */
export const codeWords: CodeWords = {
  label: '回答码',
  help: '印在信上的14位字符。大写或小写、有无连字符（-）均可。数字0和字母O、数字1和字母I等，输入哪一个都有效。',
  resumeNote: '即使中途停止，只要输入同一个回答码，在其他设备上也可以接着回答。',
  read: '已读取信上的回答码。点击下面的按钮即可回答。',
  typeInstead: '如需输入回答码开始回答，请点击这里',
  errorTitle: '请确认回答码',
  askAgain: '读取回答码后已过了一段时间。请输入信上的回答码。',
  unknown: '未找到此回答码。请与信上的字符核对，并确认这封信是否属于其他调查。',
  busy: '目前访问人数较多。请等待约30秒后再试。',
  entry: {
    title: '输入信上的回答码',
    lead: '如果您收到了区役所寄来的问卷调查信，可以从这里回答。',
    go: '打开问卷调查',
  },
  used: {
    title: '这封信的回答已经收到',
    lines: [
      '感谢您的回答。使用此回答码的回答已经受理，您无需再次回答。',
      '每封信只能回答一次。这并不是您做错了什么，请放心。',
      '如果您不记得回答过，请先确认家人是否代您作了回答，然后通过信上所写的区役所联系方式告知我们。',
    ],
  },
  refused: {
    title: '此回答码目前无法使用',
    lines: [
      '由于已给您寄出新的信等原因，此回答码已作废。',
      '如果您有新的信，请使用新信上的回答码。',
      '如有困难，请拨打信上所写的区役所联系电话。我们会为您准备新的回答码。',
    ],
  },
  another: '输入其他回答码',
  kept: {
    summary: '关于回答码和回答的记录（详细说明）',
    lines: [
      '回答码用于确保每封信只能回答一次。您的姓名和住址没有录入本系统。',
      '回答码本身不会保存。我们只保存转换成无法还原的形式后的内容、信件的编号和地区等分类，以及是否已经使用。',
      '回答与回答码分开存放，并与其他人的回答混在一起、打乱顺序后保存。何时、用什么设备、用哪种语言回答，只以数量的形式保留。',
      '中途填写的内容，会以没有回答码就无法打开的形式保存，提交后即删除。',
      '调查结果确定后，回答码的记录将全部删除。此后，无法从本系统留下的记录中查出哪份回答是谁的。',
      '只有在受理开始到结果确定之间，如果服务器的管理员仔细查看记录，仍有可能把回答码与回答联系起来。此外，负责印刷和寄发信件的人员知道哪封信是寄给谁的，也知道信上的回答码。通过工作人员的操作页面，无法把回答码与回答联系起来。',
    ],
    everyone: '再次寄送通知时，无论是否已经回答，都会寄给所有人。',
    unused:
      '我们可能会只向尚未回答的人再次寄送通知。为此，负责人员会查看哪些信的回答还没有收到，但无法得知回答的内容。',
  },
};

/** What to do about typed text that is no code. */
export function codeProblemMessage(problem: CodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return '请输入印在信上的回答码。';
    case 'unknown_character':
      return `含有回答码中没有的字符“${problem.character}”。请只输入英文字母和数字。`;
    case 'wrong_length':
      return `回答码是14位字符（现在是${problem.nTyped}位）。请确认是否有遗漏或重复。`;
    case 'mistyped':
      return '似乎输入有误。请与信上的回答码逐个字符核对。';
  }
}
