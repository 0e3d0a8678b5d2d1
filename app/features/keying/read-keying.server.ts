import { z } from 'zod';
import {
  choiceField,
  choices,
  keyingFields,
  otherField,
  type TypedValues,
} from '#app/features/keying/keying-fields.ts';
import type { Decision, Decisions } from '#app/fielding/paper/decide-differences.ts';
import type { TypedEntry } from '#app/fielding/paper/read-entry.ts';
import { getForm } from '#app/web/form.ts';
import type { Round } from '#surveys/round/round.ts';

const listQuestionIds = ({ questionnaire }: Pick<Round, 'questionnaire'>) =>
  questionnaire.pages.flatMap(({ questions }) => questions.map(({ id }) => id));

/** Reads fields of one kind, by their names. @throws {Response} 400 for a form that no page of ours sends */
const readAll = <Field extends z.ZodType>(names: readonly string[], field: Field, form: URLSearchParams) =>
  getForm(z.object(Object.fromEntries(names.map((name) => [name, field]))), form);

/** What was typed into the keying form of a round, by field. */
export const readKeyingForm = (round: Pick<Round, 'questionnaire'>, form: URLSearchParams): TypedValues =>
  readAll([...Object.values(keyingFields), ...listQuestionIds(round)], z.string(), form);

/** The entry that a keying form stands for. */
export function toTypedEntry(round: Pick<Round, 'questionnaire'>, values: TypedValues): TypedEntry {
  const typedIn = (field: string) => values[field] ?? '';
  return {
    serial: typedIn(keyingFields.serial),
    batch: typedIn(keyingFields.batch),
    code: typedIn(keyingFields.code),
    stratum: typedIn(keyingFields.stratum),
    answers: Object.fromEntries(listQuestionIds(round).map((id) => [id, typedIn(id)])),
  };
}

const choiceSchema = z.enum(['', ...choices]).transform((choice) => (choice === '' ? null : choice));

/** The decisions that were sent for a form, and the fields they were sent in, to be shown again. */
export function readDecisions(
  round: Pick<Round, 'questionnaire'>,
  form: URLSearchParams,
): { readonly decisions: Decisions; readonly values: TypedValues } {
  const questionIds = listQuestionIds(round);
  const fields = [keyingFields.code, keyingFields.stratum, ...questionIds];
  const chosen = readAll(fields.map(choiceField), choiceSchema, form);
  const typed = readAll(fields.map(otherField), z.string(), form);
  const decisionOn = (field: string): Decision => ({
    choice: chosen[choiceField(field)] ?? null,
    typed: typed[otherField(field)] ?? '',
  });
  const ticked = Object.entries(chosen).flatMap(([name, choice]) =>
    choice === null ? [] : [[name, choice]],
  );
  return {
    decisions: {
      code: decisionOn(keyingFields.code),
      stratum: decisionOn(keyingFields.stratum),
      answers: Object.fromEntries(questionIds.map((id) => [id, decisionOn(id)])),
    },
    values: { ...typed, ...Object.fromEntries(ticked) },
  };
}
