import type { AnswerWords } from '#app/i18n/ja/answer.ts';

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** Words of the resident's pages in English. */
export const answerWords: AnswerWords = {
  start: {
    begin: 'Start answering',
    resumeNote:
      'If you have already begun, the same button takes you back to where you were (same device and browser).',
    asks: 'Asked by',
    why: 'Purpose',
    time: 'Time needed',
    timeValue: (minutes, nQuestions) => `About ${minutes} minutes, ${nQuestions} questions`,
    until: 'Answer by',
    untilValue: (closesAt) => `${dateFormat.format(new Date(closesAt))} (Japan time)`,
    privacy: 'How your answers are handled',
    anonymous:
      'This survey is anonymous. We do not ask your name or how to reach you, and answers are stored mixed in order with those of others, so that nobody can tell who gave which answer. Because the survey is anonymous, answers cannot be withdrawn once sent. ',
    attributed:
      'In this survey it is known which organisation or researcher gave which answer. Answers are used only for the indicators and to improve the ward’s work. ',
    use: 'Answers are counted as statistics and used only to evaluate and improve the ward’s work.',
  },
  page: {
    progress: (current, total) => `Page ${current} of ${total}`,
    next: 'Next',
    back: 'Back',
    toReview: 'Back to your answers',
    errorTitle: (n) => (n === 1 ? 'Please check one question' : `Please check ${n} questions`),
    errorLine: (number, message) => `Question ${number}: ${message}`,
    saved: 'Your answers are kept safely each time you press “Next”.',
  },
  review: {
    title: 'Check your answers',
    lead: 'Nothing has been sent yet. Please check your answers, then press “Send these answers”.',
    change: 'Change',
    changeOf: (topic) => `Change your answers on “${topic}”`,
    noAnswer: 'No answer',
    question: (number, text) => `${number}. ${text}`,
    send: 'Send these answers',
    back: 'Change your answers',
  },
  sent: {
    title: 'Your answers have arrived',
    thanks: 'Thank you for your help.',
    receipt: 'Receipt number',
    receiptNote:
      'This number shows that your answers arrived. Nobody can learn your answers from it. You may close this page.',
    toResults: 'See the ward’s evaluation',
  },
  single: { toReview: 'Check your answers' },
  titleWithError: (title) => `Error: ${title}`,
};
