import type { FormWords } from '#app/i18n/ja/form.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** An answer as the resident reads it back; undefined when the question was left blank. */
export function formatAnswer(
  question: Question,
  answer: AnswerValue | undefined,
  { locale, form }: { readonly locale: Locale; readonly form: FormWords },
): string | undefined {
  if (answer === undefined) return undefined;
  const codes = typeof answer === 'string' ? [answer] : answer;
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const labels = new Map(question.options.map(({ code, label }) => [code, localize(label, locale)]));
      return codes.map((code) => labels.get(code) ?? code).join('\n');
    }
    case 'scale':
      return codes.map((code) => (code === 'not_applicable' ? form.notApplicable : code)).join('');
    case 'number':
      return `${codes.join('')}${question.unit ? localize(question.unit, locale) : ''}`;
    case 'short_text':
    case 'long_text':
      return codes.join('');
  }
}
