import type { CodeWords } from '#app/i18n/ja/code.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';

/** Words about access codes in English. */
export const codeWords: CodeWords = {
  label: 'Access code',
  help: 'The 14 characters printed on your letter. Capital or small letters, with or without hyphens: either is fine. So are the figure 0 for the letter O, and the figure 1 for the letter I.',
  resumeNote:
    'You can stop at any time. The same code takes you back to where you were, on another device too.',
  read: 'The code of your letter has been read. Press the button below to answer.',
  typeInstead: 'Type a code instead',
  errorTitle: 'Please check your access code',
  askAgain: 'It has been a while since your code was read. Please type the access code of your letter.',
  unknown:
    'We did not find this access code. Please compare it with your letter, and check that the letter is about this survey.',
  busy: 'Many people are here just now. Please wait about 30 seconds and try again.',
  entry: {
    title: 'Type the access code of your letter',
    lead: 'If you received a letter about a survey from the ward office, you can answer from here.',
    go: 'Open the survey',
  },
  used: {
    title: 'The answers for this letter have already arrived',
    lines: [
      'Thank you. Answers with this access code have already been received. You need not answer again.',
      'Each letter can be answered once only. You have done nothing wrong.',
      'If you do not remember answering, please ask whether someone in your family did it for you, then contact the ward office as written in the letter.',
    ],
  },
  refused: {
    title: 'This access code cannot be used now',
    lines: [
      'The code was withdrawn, for instance because a new letter was sent to you.',
      'If you have a new letter, please use the code printed there.',
      'If you need help, please call the ward office at the number in the letter. You will get a new code.',
    ],
  },
  another: 'Use another access code',
  kept: {
    summary: 'What is kept of access codes and answers (in detail)',
    lines: [
      'The access code makes sure that each letter is answered once. Your name and address are not in this system.',
      'The code itself is not kept: only a form of it that cannot be turned back, the number and the group (such as an area) of your letter, and whether it has been used.',
      'Answers are kept apart from codes, mixed in order with those of other people. The day, the kind of device and the language are kept as totals only.',
      'What you have filled in before sending is kept so that only your access code opens it, and is deleted when you send it.',
      'When the results are final, all records of codes are deleted. After that, nothing that is left in this system tells whose answers are whose.',
      'Only from the opening of the survey until its results are final could an administrator of the server, by examining its records closely, still link a code to answers. And those who print and send the letters know who got which letter and which code. Staff cannot link codes to answers on their screens.',
    ],
    everyone: 'If a reminder is sent, it goes to everyone, whether or not they have answered.',
    unused:
      'A reminder may be sent only to those who have not answered. For this, staff look up which letters have not been answered. They do not see any answers.',
  },
};

/** What to do about typed text that is no code. */
export function codeProblemMessage(problem: CodeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Please type the access code printed on your letter.';
    case 'unknown_character':
      return `“${problem.character}” is not used in access codes. Please type letters and figures only.`;
    case 'wrong_length':
      return `An access code has 14 characters (yours has ${problem.nTyped}). Please check that none is missing or doubled.`;
    case 'mistyped':
      return 'There seems to be a slip of typing. Please compare the code with your letter, character by character.';
  }
}
