import { profileOfQuestion, tabulateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import { type Pages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { type Answers, answerTo, type Profile } from '#surveys/response/answers.ts';

/**
 * The profile of a response: every dimension its questionnaire asks for, with the answer code, or `no_answer`,
 * `not_asked`, `refused`. A questionnaire without profile questions gives the empty profile.
 */
export function profileOf(questionnaire: Pages, answers: Answers): Profile {
  const asked = visibleQuestionIds(questionnaire, answers);
  const entries = questionnaire.pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const profile = profileOfQuestion(question);
      if (!profile) return [];
      const answer = answerTo(answers, question.id);
      return [[profile.dimension, tabulateAnswer(question, answer, asked.has(question.id)).value] as const];
    });
  return Object.fromEntries(entries);
}

/**
 * The canonical text of a profile, its dimensions in code-unit order; the empty profile is the empty text.
 * Codes hold neither `=` nor `|`, so that the text can be parsed again.
 * @throws RangeError for a dimension or value that does hold one.
 * @example formatProfile({ sex: 'f', age: '30-39' }) // 'age=30-39|sex=f'
 */
export function formatProfile(profile: Profile): string {
  return Object.entries(profile)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, value]) => `${part(dimension)}=${part(value)}`)
    .join('|');
}

/**
 * The profile a canonical text stands for.
 * @throws RangeError for a text that `formatProfile` does not write.
 */
export function parseProfile(text: string): Profile {
  if (text === '') return {};
  const profile = Object.fromEntries(
    text.split('|').map((entry) => {
      const [dimension, value, ...rest] = entry.split('=');
      if (!dimension || !value || rest.length > 0) throw new RangeError(`not a profile: ${text}`);
      return [dimension, value];
    }),
  );
  if (formatProfile(profile) !== text) throw new RangeError(`not a canonical profile: ${text}`);
  return profile;
}

function part(text: string): string {
  if (text === '' || /[=|]/.test(text)) throw new RangeError(`not a profile dimension or value: ${text}`);
  return text;
}
