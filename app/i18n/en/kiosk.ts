import type { KioskWords } from '#app/i18n/ja/kiosk.ts';

/** Words of the tablet at the counter in English. */
export const kioskWords: KioskWords = {
  begin: 'Start answering',
  touch: 'Please touch the screen and answer the survey.',
  time: (minutes, nQuestions) => `About ${minutes} minutes, ${nQuestions} questions`,
  anonymous:
    'This survey is anonymous. We do not ask your name or how to reach you. Once sent, your answers do not stay on this tablet. They cannot be withdrawn afterwards.',
  attributed:
    'In this survey it is known which organisation or researcher gave which answer. Once sent, your answers do not stay on this tablet.',
  chooseLanguage: 'Choose a language',
  next: 'Next',
  back: 'Back',
  send: 'Send',
  stop: 'Stop and start over',
  progress: (current, total) => `Page ${current} of ${total}`,
  errorTitle: (n) => (n === 1 ? 'Please check one question' : `Please check ${n} questions`),
  errorLine: (number, message) => `Question ${number}: ${message}`,
  codeTitle: 'Type your access code',
  codeLabel: 'Access code',
  codeHelp:
    'The 14 characters printed on your letter. Capital or small letters, with or without hyphens: either is fine.',
  codeOffline: 'The line is down. Please wait a little and try again.',
  codeReply: {
    used: 'Answers with this access code have already arrived. You need not answer again.',
    withdrawn: 'This access code can no longer be used. Please ask a member of staff.',
  },
  sending: 'Saving your answers.',
  thanks: 'Thank you for your help.',
  thanksSent: 'Your answers have arrived.',
  thanksKept: 'Your answers are kept safely. They are sent by themselves once the line is back.',
  thanksReset: (seconds) => `Back to the first screen in ${seconds} seconds.`,
  nextPerson: 'Back to the first screen',
  idleTitle: 'Are you still there?',
  idle: (seconds) => `In ${seconds} seconds your answers are cleared and the first screen comes back.`,
  goOn: 'Go on answering',
  refusedTitle: 'Your answers could not be accepted',
  notOpen: 'This survey is closed.',
  invalid: 'Please ask a member of staff.',
};
