import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { findSetupProblems } from '#app/features/launch-round/find-setup-problems.ts';
import { readPastedStrata } from '#app/features/launch-round/frame-form.server.ts';
import { getRoundSetup } from '#app/features/launch-round/load-setup.server.ts';
import { saveStep } from '#app/features/launch-round/save-step.server.ts';
import type { RefusedStep } from '#app/features/launch-round/setup-frame.tsx';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import type { TypedFields } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import type { Round } from '#surveys/round/round.ts';
import { type SetupStep, setupSteps } from '#surveys/round/setup.ts';

/** What a posted step is answered with when it does not lead on. */
export type StepAnswer =
  | ({ readonly kind: 'invalid' } & RefusedStep)
  | { readonly kind: 'refused'; readonly message: string };

/** Saves a posted step and leads on, or asks for the approval; what is wrong comes back with what was typed. */
export async function answerStep(
  context: AppLoadContext,
  by: Account,
  { round, step }: { readonly round: Round; readonly step: SetupStep },
) {
  const fields = fieldsOf(context.form);
  const action = fields.action?.[0] ?? 'save';
  if (step === 'summary' && action === 'request') return requestApproval(context, by, round);
  if (step === 'frame' && action === 'paste') return data<StepAnswer>(pasteStrata(fields));
  const setup = await getRoundSetup(context, round);
  const result = await saveStep(context, by, { round, setup, fields, step });
  switch (result.kind) {
    case 'invalid':
      return data<StepAnswer>({ kind: 'invalid', fields, errors: result.errors }, { status: 400 });
    case 'not_draft':
      throw redirect(`/staff/rounds/${round.id}`, 303);
    case 'saved': {
      const next = setupSteps[setupSteps.indexOf(step) + 1] ?? 'summary';
      const isStaying = action === 'calculate' || action === 'allocate';
      throw redirect(`/staff/rounds/${round.id}/setup/${isStaying ? step : next}`, 303);
    }
  }
}

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

async function requestApproval(context: AppLoadContext, by: Account, round: Round) {
  const setup = await getRoundSetup(context, round);
  const problems = findSetupProblems(round, setup, context.services.now().toISOString());
  const blocking = problems.find(({ isBlocking }) => isBlocking);
  if (blocking) return data<StepAnswer>({ kind: 'refused', message: blocking.message }, { status: 409 });
  const note = context.form.get('note') ?? '';
  const outcome = await moveRoundFor(context.services, {
    by,
    roundId: round.id,
    transition: 'request',
    note,
  });
  if (outcome.kind === 'refused') {
    const message = refusalWords(outcome.refusal);
    return data<StepAnswer>({ kind: 'refused', message }, { status: 409 });
  }
  throw redirect(`/staff/rounds/${round.id}`, 303);
}
