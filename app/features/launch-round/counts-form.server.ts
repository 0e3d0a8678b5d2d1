import { z } from 'zod';
import type { Counts } from '#app/fielding/rounds/save-step.ts';
import { countField, type FormResult, parseForm, type TypedFields } from '#app/web/form.ts';
import type { Mode } from '#surveys/round/setup.ts';

const organisationsSchema = z.strictObject({
  populationSize: countField.pipe(z.number({ error: '団体の数を入力してください。' })),
});

const visitsSchema = z.strictObject({ populationSize: countField });

const peopleSchema = z
  .strictObject({ populationSize: countField, nIssued: countField })
  .superRefine(({ populationSize, nIssued }, context) => {
    if (populationSize === null || nIssued === null || nIssued <= populationSize) return;
    const message = '依頼する数は、対象の数以下にしてください。';
    context.addIssue({ code: 'custom', path: ['nIssued'], message });
  });

/** Checks the typed counts: all organisations are asked, so their number is needed; others may not be known. */
export function parseCountsStep(fields: TypedFields, mode: Exclude<Mode, 'letter'>): FormResult<Counts> {
  switch (mode) {
    case 'organisations':
      return askAll(parseForm(organisationsSchema, fields));
    case 'shoppers':
      return askAll(parseForm(visitsSchema, fields));
    case 'records':
      return { ok: true, form: { populationSize: null, nIssued: null } };
    case 'link':
    case 'kiosk':
    case 'event':
    case 'panel':
      return parseForm(peopleSchema, fields);
  }
}

function askAll(parsed: FormResult<Pick<Counts, 'populationSize'>>): FormResult<Counts> {
  if (!parsed.ok) return parsed;
  const { populationSize } = parsed.form;
  return { ok: true, form: { populationSize, nIssued: populationSize } };
}
