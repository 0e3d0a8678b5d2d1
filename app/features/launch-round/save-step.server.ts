import type { AppLoadContext } from '@remix-run/node';
import { composeRound, stillMeasured } from '#app/features/launch-round/compose-round.ts';
import { parseCountsStep } from '#app/features/launch-round/counts-form.server.ts';
import { type FrameForm, parseFrameStep } from '#app/features/launch-round/frame-form.server.ts';
import {
  parseAudienceStep,
  parseQuestionnaireStep,
  parseScheduleStep,
} from '#app/features/launch-round/step-forms.server.ts';
import { maximumStrata } from '#app/features/launch-round/stratum-rows.ts';
import { usualDates } from '#app/features/launch-round/usual-dates.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import type { FieldErrors, TypedFields } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import type { AuditDetail } from '#db/queries/audit.ts';
import { findStoredPlan } from '#db/queries/plan.ts';
import { lockRound, type RoundChanges, updateRound } from '#db/queries/round.ts';
import { upsertRoundSetup } from '#db/queries/round-setup.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Round } from '#surveys/round/round.ts';
import {
  accessOfMode,
  designOfMode,
  listModes,
  type RoundSetup,
  type SetupStep,
} from '#surveys/round/setup.ts';
import { type KeptUntil, usuallyKeptUntil } from '#surveys/round/terms.ts';

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'invalid'; readonly errors: FieldErrors }
  /** The round is not in preparation any more. */
  | { readonly kind: 'not_draft' };

interface StepInput {
  readonly round: Round;
  readonly setup: RoundSetup;
  readonly fields: TypedFields;
}

type Changes =
  | { readonly ok: true; readonly changes: RoundChanges; readonly setup?: Partial<RoundSetup> }
  | { readonly ok: false; readonly errors: FieldErrors };

const refused = (errors: FieldErrors): Changes => ({ ok: false, errors });

/** Checks one step of the preparation and stores it in the draft. */
export async function saveStep(
  context: AppLoadContext,
  by: Account,
  input: StepInput & { readonly step: SetupStep },
): Promise<SaveResult> {
  const { round, setup, step } = input;
  const changed = await changesOf(context, input);
  if (!changed.ok) return { kind: 'invalid', errors: changed.errors };
  // Another way of asking counts other things: the numbers have to be looked at again.
  const isCountedAnew = changed.setup?.mode !== undefined && changed.setup.mode !== setup.mode;
  const before = isCountedAnew ? setup.savedSteps.filter((saved) => saved !== 'frame') : setup.savedSteps;
  const savedSteps = [...new Set([...before, step])];
  const isDone = await inTransaction(context.services.db, async (tx) => {
    if ((await lockRound(tx, { roundId: round.id, mode: 'exclusive' })) !== 'draft') return false;
    await updateRound(tx, round.id, changed.changes);
    await upsertRoundSetup(tx, round.id, { ...setup, ...changed.setup, savedSteps });
    const on = { type: 'round', id: round.id } as const;
    await audit(context.services, tx, {
      by,
      action: 'round.changed',
      on,
      detail: { ...listSet(input.fields), step },
    });
    return true;
  });
  return isDone ? { kind: 'saved' } : { kind: 'not_draft' };
}

async function changesOf(
  context: AppLoadContext,
  input: StepInput & { readonly step: SetupStep },
): Promise<Changes> {
  switch (input.step) {
    case 'questionnaire':
      return questionnaireChanges(context, input);
    case 'audience':
      return audienceChanges(context, input);
    case 'frame':
      return frameChanges(input);
    case 'schedule':
      return scheduleChanges(input);
    case 'preview':
    case 'summary':
      return { ok: true, changes: {} };
  }
}

async function questionnaireChanges(context: AppLoadContext, input: StepInput): Promise<Changes> {
  const { db, catalog } = context.services;
  const parsed = parseQuestionnaireStep(input.fields);
  if (!parsed.ok) return parsed;
  const { title, planId, fiscalYear, layout, indicatorIds } = parsed.form;
  const stored = await findStoredPlan(db, planId);
  if (!stored) return refused({ planId: '計画を選び直してください。' });
  const isKnown = stillMeasured(catalog, { ...input.setup, indicatorIds }).length === indicatorIds.length;
  if (!isKnown) return refused({ indicatorIds: 'この調査票にない指標があります。選び直してください。' });
  const frozen = composeRound(catalog, { ...input.setup, indicatorIds, layout });
  if (!frozen) return refused({ title: 'この調査票は調査票集からなくなりました。' });
  const { questionnaire, hash: questionnaireHash } = frozen;
  return {
    ok: true,
    changes: { title, planId, isDemo: stored.isDemo, fiscalYear, questionnaire, questionnaireHash },
    setup: { indicatorIds },
  };
}

function audienceChanges(context: AppLoadContext, { round, setup, fields }: StepInput): Changes {
  const { catalog, now } = context.services;
  const parsed = parseAudienceStep(fields);
  if (!parsed.ok) return parsed;
  const { mode, reminder } = parsed.form;
  if (!listModes(round.audience).includes(mode)) {
    return refused({ mode: 'この調査票では選べない依頼のしかたです。' });
  }
  const indicatorIds = stillMeasured(catalog, setup);
  if (indicatorIds.length === 0) {
    return refused({
      mode: '選んだ指標がこの調査票からなくなりました。「調査票と指標」で選び直してください。',
    });
  }
  const frozen = composeRound(catalog, {
    ...setup,
    indicatorIds,
    mode,
    layout: round.questionnaire.layout,
  });
  if (!frozen) return refused({ mode: 'この調査票は調査票集からなくなりました。' });
  const access = accessOfMode(mode);
  // Dates nobody has looked at yet follow the way people are reached: letters need time to be printed.
  const dates = setup.savedSteps.includes('schedule') ? undefined : usualDates(now(), mode);
  return {
    ok: true,
    changes: {
      audience: frozen.questionnaire.audience,
      questionnaire: frozen.questionnaire,
      questionnaireHash: frozen.hash,
      design: designOfMode(mode, round),
      access,
      reminder: access === 'code' ? reminder : 'everyone',
      ...(mode !== 'letter' && { frame: null }),
      ...(dates && { ...dates, terms: { ...round.terms, ...keptUntil(round, round.terms, dates.closesAt) } }),
    },
    setup: { mode, indicatorIds },
  };
}

/** Only a drawn sample has a frame: in any other round its strata would take codes and weights for themselves. */
function frameChanges({ round, setup, fields }: StepInput): Changes {
  if (setup.mode !== 'letter') {
    const counted = parseCountsStep(fields, setup.mode);
    if (!counted.ok) return counted;
    return {
      ok: true,
      changes: { ...counted.form, design: designOfMode(setup.mode, counted.form), frame: null },
    };
  }
  const parsed = parseFrameStep(fields, fields.action?.[0] === 'allocate');
  if (!parsed.ok) return parsed;
  const { populationSize, nIssued, plan } = parsed.form;
  const counts = { populationSize, nIssued };
  return {
    ok: true,
    changes: {
      ...counts,
      design: designOfMode(setup.mode, counts),
      frame: frameOf(parsed.form, round.frame),
    },
    setup: { plan },
  };
}

/** The frame that the typed strata make; what was uploaded beside them (margins, merges) stays. */
function frameOf({ strata, source, asOf }: FrameForm, uploaded: Frame | null): Frame | null {
  if (uploaded && (uploaded.strata.length > maximumStrata || strata.length === 0)) {
    const isOnlyStrata = uploaded.margins.length === 0 && uploaded.strata.length <= maximumStrata;
    return isOnlyStrata ? null : uploaded;
  }
  if (strata.length === 0) return null;
  const usual = {
    weighting: 'strata' as const,
    margins: [],
    unmatched: [],
    merges: [],
    trimAtMeanTimes: null,
  };
  return { ...usual, ...uploaded, source, asOf, strata: [...strata] };
}

function scheduleChanges({ round, fields }: StepInput): Changes {
  const parsed = parseScheduleStep(fields);
  if (!parsed.ok) return parsed;
  const { opensAt, closesAt, ...texts } = parsed.form;
  const before = round.terms;
  // A text that was left as it was keeps its translations; a rewritten one has none yet.
  const text = (name: 'contact' | 'proxy' | 'duplicates' | 'nonResponse') =>
    texts[name] === before[name].ja ? before[name] : { ja: texts[name] };
  return {
    ok: true,
    changes: {
      opensAt,
      closesAt,
      terms: {
        contact: text('contact'),
        proxy: text('proxy'),
        duplicates: text('duplicates'),
        nonResponse: text('nonResponse'),
        ...keptUntil(round, texts, closesAt),
      },
    },
  };
}

/** The days things are kept until: those that were never touched follow the closing. */
function keptUntil(round: Round, wanted: KeptUntil, closesAt: string): KeptUntil {
  const [usualBefore, usual] = [usuallyKeptUntil(round.closesAt), usuallyKeptUntil(closesAt)];
  const day = (name: keyof KeptUntil) => (wanted[name] === usualBefore[name] ? usual[name] : wanted[name]);
  return { paperKeptUntil: day('paperKeptUntil'), responsesKeptUntil: day('responsesKeptUntil') };
}

/** As much of one value as the log takes. */
const longestDetail = 500;

/** What was set, field by field: numbers, dates, choices and the texts that residents are told. */
const listSet = (fields: TypedFields): AuditDetail =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, values]) => name !== 'action' && values.some((value) => value !== ''))
      .map(([name, values]) => [name, values.join(',').slice(0, longestDetail)]),
  );
