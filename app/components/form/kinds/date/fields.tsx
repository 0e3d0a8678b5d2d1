import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { GroupFrame, type QuestionFieldProps, valuesOf } from '#app/components/form/question-frame.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';
import type { DateLimit } from '#surveys/questionnaire/kinds/date/schema.ts';
import type { Locale } from '#surveys/text.ts';

type DateQuestion = QuestionOfKind<'date'>;

const parts = [
  { part: 'year', width: 'max-w-22' },
  { part: 'month', width: 'max-w-16' },
  { part: 'day', width: 'max-w-16' },
] as const;

/** Year, month and day in three fields of one name: quicker to type than a calendar is to turn to a far year. */
export const dateFields: KindFields<DateQuestion> = {
  Field(props) {
    const { question, error, words } = props;
    const typed = valuesInParts(valuesOf(props));
    return (
      <GroupFrame {...props} role="group" hint={hintOf(props)}>
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {parts.map(({ part, width }, index) => (
            <label key={part} className="flex items-center gap-1">
              <input
                name={question.id}
                defaultValue={typed[index] ?? ''}
                className={`input ${width}`}
                inputMode="numeric"
                autoComplete="off"
                aria-invalid={error !== undefined || undefined}
                aria-required={question.required || undefined}
              />
              <span>
                <Furigana text={words.date[part]} />
              </span>
            </label>
          ))}
        </span>
      </GroupFrame>
    );
  },
  Paper: () => (
    <p className="paper-line">
      <span className="paper-blank" />年<span className="paper-blank" />月<span className="paper-blank" />日
    </p>
  ),
};

/** A stored day falls into its parts; what was typed and refused stands where it was typed. */
function valuesInParts(values: readonly string[]): readonly string[] {
  const [year, month, day] = values.length === 1 ? (values[0]?.split('-') ?? []) : [];
  return month !== undefined && day !== undefined
    ? [year ?? '', String(Number(month)), String(Number(day))]
    : values;
}

function hintOf({ question, locale, words }: QuestionFieldProps<DateQuestion>): string {
  const earliest = fixedDay(question.earliest, locale);
  const latest = fixedDay(question.latest, locale);
  return earliest === undefined && latest === undefined
    ? words.date.example(formatDay('2026-05-03', locale))
    : words.date.range(earliest, latest);
}

const fixedDay = (limit: DateLimit | undefined, locale: Locale) =>
  limit && 'date' in limit ? formatDay(limit.date, locale) : undefined;
