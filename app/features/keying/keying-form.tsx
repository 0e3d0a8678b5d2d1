import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { KeyingField } from '#app/features/keying/keying-field.tsx';
import { keyingFields, type TypedValues } from '#app/features/keying/keying-fields.ts';
import { KeyingQuestion } from '#app/features/keying/keying-question.tsx';
import type { KeyingRound } from '#app/features/keying/keying-status.tsx';
import type { FieldErrors } from '#app/web/form.ts';
import { listAsked } from '#surveys/paper/check-keyed.ts';
import { listNumberedQuestions, type NumberedQuestion } from '#surveys/paper/paper-questionnaire.ts';

interface KeyingFormProps {
  readonly round: KeyingRound;
  /** What stands in the fields at first: of a form that has to be corrected, or the next serial and the batch. */
  readonly values: TypedValues;
  readonly errors: FieldErrors;
}

/** One paper form, from top to bottom with numbers and Enter; a plain form where JavaScript is missing. */
export function KeyingForm({ round, values, errors }: KeyingFormProps) {
  const [typed, setTyped] = useState<TypedValues>(values);
  // Without JavaScript nothing follows the answers: no question may look as if it were left out.
  const [isFollowing, setIsFollowing] = useState(false);
  useEffect(() => setIsFollowing(true), []);
  const isSending = useNavigation().state !== 'idle';
  const questions = listNumberedQuestions({ pages: round.pages });
  const wrong = listWrongFields(errors, questions);
  const isFocused = (field: string) => (wrong[0]?.field ?? keyingFields.serial) === field;
  const asked = listAsked({ pages: round.pages }, typed);
  const note = ({ target }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      setTyped({ ...typed, [target.name]: target.value });
    }
  };
  return (
    <Form
      method="post"
      noValidate
      autoComplete="off"
      onInput={note}
      onKeyDown={goOn}
      // Until the page is alive, Enter would send the form.
      data-enter={isFollowing ? 'next' : 'send'}
      // A second Enter in haste would be told that the form is recorded already.
      onSubmit={(event) => isSending && event.preventDefault()}
      className="keying"
    >
      <ErrorSummary
        title="入力をお確かめください"
        errors={wrong.map(({ field, message }) => ({ href: `#${field}`, message }))}
      />
      <div className="keying-head">
        <KeyingField
          name={keyingFields.serial}
          label="通し番号"
          inputMode="numeric"
          isFocused={isFocused(keyingFields.serial)}
          defaultValue={values[keyingFields.serial]}
          error={errors[keyingFields.serial]}
        />
        <KeyingField
          name={keyingFields.batch}
          label="束(任意)"
          isFocused={isFocused(keyingFields.batch)}
          defaultValue={values[keyingFields.batch]}
          error={errors[keyingFields.batch]}
        />
        {round.hasCodes && (
          <KeyingField
            name={keyingFields.code}
            label="回答コード(なければ空欄)"
            isFocused={isFocused(keyingFields.code)}
            defaultValue={values[keyingFields.code]}
            error={errors[keyingFields.code]}
          />
        )}
        {round.marks.length > 0 && (
          <KeyingField
            name={keyingFields.stratum}
            label="層の印(なければ空欄)"
            inputMode="numeric"
            isFocused={isFocused(keyingFields.stratum)}
            defaultValue={values[keyingFields.stratum]}
            error={errors[keyingFields.stratum]}
          />
        )}
      </div>
      {questions.map(({ number, question }) => (
        <KeyingQuestion
          key={question.id}
          number={number}
          question={question}
          isAsked={!isFollowing || asked.has(question.id)}
          isFocused={isFocused(question.id)}
          typed={typed[question.id] ?? ''}
          defaultValue={values[question.id]}
          error={errors[question.id]}
        />
      ))}
      <Button>この票を記録する</Button>
    </Form>
  );
}

/** What has to be corrected, from top to bottom; a question is called by its number. */
function listWrongFields(
  errors: FieldErrors,
  questions: readonly NumberedQuestion[],
): readonly { readonly field: string; readonly message: string }[] {
  const named = [
    ...Object.values(keyingFields).map((field) => ({ field, name: '' })),
    ...questions.map(({ number, question }) => ({ field: question.id, name: `問${number}: ` })),
  ];
  return named.flatMap(({ field, name }) => {
    const message = errors[field];
    return message === undefined ? [] : [{ field, message: `${name}${message}` }];
  });
}

/** Enter goes to the next field that is asked, and records the form from the last; ↑ goes back. */
function goOn(event: KeyboardEvent<HTMLFormElement>) {
  const { target, currentTarget: form, key, shiftKey, nativeEvent } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isField || nativeEvent.isComposing) return;
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-keyed]')];
  const place = fields.indexOf(target);
  if (key === 'Enter' && !shiftKey) {
    event.preventDefault();
    const next = fields.slice(place + 1).find(isAskedField);
    if (next) focusAll(next);
    else form.requestSubmit();
  } else if (key === 'ArrowUp' && target instanceof HTMLInputElement) {
    event.preventDefault();
    const before = fields.slice(0, place).findLast(isAskedField);
    if (before) focusAll(before);
  }
}

const isAskedField = (field: HTMLElement) => field.dataset.keyed === 'asked';

function focusAll(field: HTMLInputElement | HTMLTextAreaElement) {
  field.focus();
  field.select();
}
