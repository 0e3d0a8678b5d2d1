import { Furigana } from '#app/components/ui/furigana.tsx';
import type { FormWords } from '#app/i18n/ja/form.ts';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { type Locale, localize } from '#surveys/text.ts';

interface TextAnswerProps {
  readonly question: QuestionOfKind<'number' | 'short_text' | 'long_text'>;
  readonly locale: Locale;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
}

/**
 * The field of a typed answer. It has neither `maxlength` nor `required`: a pasted text is never cut in silence,
 * and the server's message comes in the page's language.
 */
export function TextAnswer({ question, locale, value, isInvalid, describedBy }: TextAnswerProps) {
  const attributes = {
    id: `q-${question.id}`,
    name: question.id,
    defaultValue: value,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
    'aria-required': question.required || undefined,
  };
  switch (question.kind) {
    case 'number':
      return (
        <span className="flex items-center gap-2">
          <input
            {...attributes}
            className="input max-w-40"
            inputMode={question.isInteger ? 'numeric' : 'decimal'}
            autoComplete="off"
          />
          {question.unit && (
            <span>
              <Furigana text={localize(question.unit, locale)} />
            </span>
          )}
        </span>
      );
    case 'short_text':
      return <input {...attributes} className="input" autoComplete="off" />;
    case 'long_text':
      return <textarea {...attributes} className="input" rows={6} />;
  }
}

/** What may be written, and how much room is left in what already is. */
export function lengthHint(question: TextAnswerProps['question'], value: string, words: FormWords): string {
  if (question.kind === 'number') return words.numberRange(question.min, question.max);
  if (value === '') return words.maxLength(question.maxLength);
  const nLeft = question.maxLength - [...value].length;
  const room = nLeft < 0 ? words.excessLength(-nLeft) : words.remainingLength(nLeft);
  return `${words.maxLength(question.maxLength)} ${room}`;
}
