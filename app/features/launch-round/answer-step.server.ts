import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { z } from 'zod';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { parseCountsStep } from '#app/features/launch-round/counts-form.server.ts';
import { parseFrameStep, readPastedStrata } from '#app/features/launch-round/frame-form.server.ts';
import type { RefusedStep } from '#app/features/launch-round/setup-frame.tsx';
import {
  parseAudienceStep,
  parseQuestionnaireStep,
  parseScheduleStep,
} from '#app/features/launch-round/step-forms.server.ts';
import { requestApproval } from '#app/fielding/rounds/approval.ts';
import { getRoundSetup } from '#app/fielding/rounds/load-setup.ts';
import { type StepRefusal, type StepValues, saveStep } from '#app/fielding/rounds/save-step.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import { setupProblemWords, stepRefusalWords } from '#app/i18n/ja/setup.ts';
import { type FieldErrors, type FormResult, getForm, type TypedFields } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import type { AuditDetail } from '#db/queries/audit.ts';
import type { Round } from '#surveys/round/round.ts';
import { type Mode, type SetupStep, setupSteps } from '#surveys/round/setup.ts';

const buttonSchema = z.strictObject({ action: z.string(), note: z.string() });

/** What a posted step is answered with when it does not lead on. */
export type StepAnswer =
  | ({ readonly kind: 'invalid' } & RefusedStep)
  | { readonly kind: 'refused'; readonly message: string };

const invalid = (fields: TypedFields, errors: FieldErrors) =>
  data<StepAnswer>({ kind: 'invalid', fields, errors }, { status: 400 });

const refused = (message: string) => data<StepAnswer>({ kind: 'refused', message }, { status: 409 });

/** Saves a posted step and leads on, or asks for the approval; what is wrong comes back with what was typed. */
export async function answerStep(
  { services, form }: AppLoadContext,
  { by, round, step }: { readonly by: Account; readonly round: Round; readonly step: SetupStep },
) {
  const fields = fieldsOf(form);
  const { action, note } = getForm(buttonSchema, form);
  if (step === 'summary' && action === 'request') {
    return answerRequest(round, await requestApproval(services, { by, round, note }));
  }
  if (step === 'frame' && action === 'paste') return data<StepAnswer>(pasteStrata(fields));
  const { mode } = await getRoundSetup(services.db, round);
  const parsed = parseStep(fields, { step, mode, isAllocating: action === 'allocate' });
  if (!parsed.ok) return invalid(fields, parsed.errors);
  const detail = detailOf(fields);
  const result = await saveStep(services, { by, roundId: round.id, set: parsed.form, detail });
  switch (result.kind) {
    case 'refused':
      return invalid(fields, { [fieldOf(result.refusal, step)]: stepRefusalWords[result.refusal] });
    case 'changed_since':
      return refused(refusalWords(result));
    case 'not_draft':
      throw redirect(`/staff/rounds/${round.id}`, 303);
    case 'saved': {
      const next = setupSteps[setupSteps.indexOf(step) + 1] ?? 'summary';
      const isStaying = action === 'calculate' || action === 'allocate';
      throw redirect(`/staff/rounds/${round.id}/setup/${isStaying ? step : next}`, 303);
    }
  }
}

interface StepCircumstances {
  readonly step: SetupStep;
  readonly mode: Mode;
  /** Whether letters are to be spread anew over the strata. */
  readonly isAllocating: boolean;
}

/** Reads the form of a step, as the way people are reached has it. */
function parseStep(
  fields: TypedFields,
  { step, mode, isAllocating }: StepCircumstances,
): FormResult<StepValues> {
  switch (step) {
    case 'questionnaire':
      return mapForm(parseQuestionnaireStep(fields), (values) => ({ step, values }));
    case 'audience':
      return mapForm(parseAudienceStep(fields), (values) => ({ step, values }));
    case 'frame':
      return mode === 'letter'
        ? mapForm(parseFrameStep(fields, isAllocating), (sample) => ({ step, sample }))
        : mapForm(parseCountsStep(fields, mode), (counts) => ({ step, counts }));
    case 'schedule':
      return mapForm(parseScheduleStep(fields), (values) => ({ step, values }));
    case 'preview':
    case 'summary':
      return { ok: true, form: { step } };
  }
}

const mapForm = <Form>(
  parsed: FormResult<Form>,
  toValues: (form: Form) => StepValues,
): FormResult<StepValues> => (parsed.ok ? { ok: true, form: toValues(parsed.form) } : parsed);

/** The field that a refusal is told at. */
function fieldOf(refusal: StepRefusal, step: SetupStep): string {
  switch (refusal) {
    case 'unknown_plan':
      return 'planId';
    case 'year_outside_plan':
      return 'fiscalYear';
    case 'unknown_indicator':
      return 'indicatorIds';
    case 'questionnaire_gone':
      return step === 'questionnaire' ? 'title' : 'mode';
    case 'mode_not_offered':
    case 'indicators_gone':
      return 'mode';
  }
}

/** As much of one value as the log takes. */
const longestDetail = 500;

/** What was set, field by field. */
const detailOf = (fields: TypedFields): AuditDetail =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, values]) => name !== 'action' && values.some((value) => value !== ''))
      .map(([name, values]) => [name, values.join(',').slice(0, longestDetail)]),
  );

/** The form as typed, with the pasted strata in its rows; nothing is saved yet. */
function pasteStrata(fields: TypedFields): StepAnswer {
  const rows = readPastedStrata(fields.pasted?.[0] ?? '');
  if (Object.keys(rows).length === 0) {
    const errors = { pasted: '層を読み取れませんでした。1行に「名前 人口 発送数」の順で入力してください。' };
    return { kind: 'invalid', fields, errors };
  }
  const others = Object.entries(fields).filter(([name]) => !name.startsWith('stratum-') && name !== 'pasted');
  return { kind: 'invalid', fields: { ...Object.fromEntries(others), ...rows }, errors: {} };
}

function answerRequest(round: Round, outcome: Awaited<ReturnType<typeof requestApproval>>) {
  switch (outcome.kind) {
    case 'not_ready':
      return refused(setupProblemWords(outcome.problem));
    case 'refused':
      return refused(refusalWords(outcome.refusal));
    case 'moved':
      throw redirect(`/staff/rounds/${round.id}`, 303);
  }
}
