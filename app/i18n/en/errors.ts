import type { ErrorTexts } from '#app/i18n/ja/errors.ts';

const byStatus: ErrorTexts['byStatus'] = {
  400: {
    title: 'We could not read what was sent',
    whatHappened: 'The data had a wrong form and could not be accepted.',
    whatToDo: 'Please go back to the previous page and try again.',
  },
  403: {
    title: 'You may not open this page',
    whatHappened: 'Only people in charge may use this page.',
    whatToDo: 'Please log in with another account, or ask an administrator.',
  },
  404: {
    title: 'There is no such page',
    whatHappened: 'The address may be wrong, or the page may be gone.',
    whatToDo: 'Please check the address.',
  },
  405: {
    title: 'This cannot be done',
    whatHappened: 'The address was used in a way it does not accept.',
    whatToDo: 'Please open the page again, then try once more.',
  },
  409: {
    title: 'This cannot be done now',
    whatHappened: 'The survey has changed in the meantime.',
    whatToDo: 'Please open the page again.',
  },
  410: {
    title: 'This page is closed',
    whatHappened: 'The time for this page is over.',
    whatToDo: 'Other surveys and results are on the front page.',
  },
  413: {
    title: 'What was sent is too large',
    whatHappened: 'More than 64 kilobytes cannot be accepted at once.',
    whatToDo: 'Please go back, shorten your comments, and send them again.',
  },
  415: {
    title: 'What was sent has an unknown form',
    whatHappened: 'This page accepts only answers sent from its own fields.',
    whatToDo: 'Please open the page and use its buttons.',
  },
  429: {
    title: 'Too many attempts',
    whatHappened: 'This was tried many times in a short while, so it is stopped for now.',
    whatToDo: 'Please wait a little and try again.',
  },
};

const round: ErrorTexts['byStatus'] = {
  403: {
    title: 'This survey has not started yet',
    whatHappened: 'Answers are not accepted yet.',
    whatToDo: 'Please look up the dates of the survey and come back then.',
  },
  404: {
    title: 'There is no such survey',
    whatHappened: 'The address may be wrong.',
    whatToDo: 'Please check the address you were given.',
  },
  410: {
    title: 'This survey is closed',
    whatHappened: 'The time for answering is over. Thank you to everyone who answered.',
    whatToDo: 'The results will be published on the pages of the ward’s evaluation.',
  },
};

const fault: ErrorTexts['fault'] = {
  title: 'Something went wrong',
  whatHappened: 'There was a fault on our side. It has been recorded so that we can look into it.',
  whatToDo: 'Please wait a little and open the page again. Answers that were kept are not lost.',
};

const frame: ErrorTexts['frame'] = {
  faultNumber: 'If you contact us, please tell us this number:',
  toHome: 'To the front page (Japanese)',
};

export const errorTexts: ErrorTexts = { frame, fault, byStatus, byTopic: { round } };
