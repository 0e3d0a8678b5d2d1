import { audit } from '#app/fielding/audit/audit.ts';
import { listKnownTerms } from '#app/fielding/rounds/known-terms.ts';
import { getRoundSetup } from '#app/fielding/rounds/load-setup.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import type { Account } from '#db/queries/account.ts';
import type { AuditDetail } from '#db/queries/audit.ts';
import { findStoredPlan, listPlans } from '#db/queries/plan.ts';
import { getRound, lockRound, type RoundChanges, updateRound } from '#db/queries/round.ts';
import { upsertRoundSetup } from '#db/queries/round-setup.ts';
import { inTransaction } from '#db/transaction.ts';
import { isYearOfPlan, listChoosablePlans } from '#surveys/plan/plan-choice.ts';
import { composeRound, stillMeasured } from '#surveys/round/compose-round.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Reminder, Round } from '#surveys/round/round.ts';
import {
  accessOfMode,
  designOfMode,
  listModes,
  type Mode,
  maximumStrata,
  type RoundSetup,
  type SamplePlan,
  type SetupStep,
} from '#surveys/round/setup.ts';
import { adaptTexts, mapTerms, translateWording } from '#surveys/round/term-wording.ts';
import { type KeptUntil, type RoundTerms, type TermName, usuallyKeptUntil } from '#surveys/round/terms.ts';
import { usualDates } from '#surveys/round/usual-dates.ts';

/** What the round measures and what it is called. */
export interface QuestionnaireValues extends Pick<Round, 'title' | 'planId' | 'fiscalYear'> {
  readonly layout: Round['questionnaire']['layout'];
  readonly indicatorIds: readonly string[];
}

/** Whom the round asks and how they are reached. */
export interface AudienceValues {
  readonly mode: Mode;
  readonly reminder: Reminder;
}

/** How many there are, and how many of them are asked, where no sample is drawn. */
export type Counts = Pick<Round, 'populationSize' | 'nIssued'>;

/** A sample that is drawn, in strata that were typed by hand, or in none. */
export interface DrawnSample extends Counts, Pick<Frame, 'source' | 'asOf' | 'strata'> {
  readonly plan: SamplePlan;
}

/** When the round is open, and what it promises; texts in Japanese. */
export interface ScheduleValues
  extends Pick<Round, 'opensAt' | 'closesAt'>,
    KeptUntil,
    Readonly<Record<TermName, string>> {}

/** What was set in one step of the preparation. */
export type StepValues =
  | { readonly step: 'questionnaire'; readonly values: QuestionnaireValues }
  | { readonly step: 'audience'; readonly values: AudienceValues }
  | { readonly step: 'frame'; readonly sample: DrawnSample }
  | { readonly step: 'frame'; readonly counts: Counts }
  | { readonly step: 'schedule'; readonly values: ScheduleValues }
  | { readonly step: 'preview' | 'summary' };

/** Why a step was not saved. */
export type StepRefusal =
  | 'unknown_plan'
  /** The chosen plan is not for this fiscal year, and there are others that may be. */
  | 'year_outside_plan'
  | 'unknown_indicator'
  | 'mode_not_offered'
  /** None of the chosen indicators is in the catalogue's questionnaire any more. */
  | 'indicators_gone'
  /** The catalogue does not have the round's questionnaire any more. */
  | 'questionnaire_gone';

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly refusal: StepRefusal }
  /** The round is not in preparation any more. */
  | { readonly kind: 'not_draft' }
  /** People are reached in another way by now, which asks for other numbers. */
  | { readonly kind: 'changed_since' };

interface SaveInput {
  readonly by: Account;
  readonly roundId: string;
  readonly set: StepValues;
  /** What the log is to tell of what was set: numbers, dates, choices and the texts that residents are told. */
  readonly detail: AuditDetail;
}

type Changes =
  | { readonly kind: 'changes'; readonly round: RoundChanges; readonly setup?: Partial<RoundSetup> }
  | Extract<SaveResult, { kind: 'refused' | 'changed_since' }>;

interface Prepared {
  readonly round: Round;
  readonly setup: RoundSetup;
}

const refused = (refusal: StepRefusal): Changes => ({ kind: 'refused', refusal });

/** Stores one step of the preparation in the draft. What others saved meanwhile in other steps stays. */
export function saveStep(services: Services, { by, roundId, set, detail }: SaveInput): Promise<SaveResult> {
  return inTransaction(services.db, async (tx): Promise<SaveResult> => {
    if ((await lockRound(tx, { roundId, mode: 'exclusive' })) !== 'draft') return { kind: 'not_draft' };
    const round = await getRound(tx, roundId);
    const setup = await getRoundSetup(tx, round);
    const changes = await changesOf(services, tx, { round, setup }, set);
    if (changes.kind !== 'changes') return changes;
    await updateRound(tx, roundId, changes.round);
    await upsertRoundSetup(tx, roundId, nextSetup(setup, changes.setup, set.step));
    const on = { type: 'round', id: roundId } as const;
    await audit(services, tx, { by, action: 'round.changed', on, detail: { ...detail, step: set.step } });
    return { kind: 'saved' };
  });
}

function nextSetup(setup: RoundSetup, changes: Partial<RoundSetup> = {}, step: SetupStep): RoundSetup {
  // Another way of asking counts other things: the numbers have to be looked at again.
  const isCountedAnew = changes.mode !== undefined && changes.mode !== setup.mode;
  const before = isCountedAnew ? setup.savedSteps.filter((saved) => saved !== 'frame') : setup.savedSteps;
  return { ...setup, ...changes, savedSteps: [...new Set([...before, step])] };
}

async function changesOf(services: Services, tx: Db, prepared: Prepared, set: StepValues): Promise<Changes> {
  switch (set.step) {
    case 'questionnaire':
      return questionnaireChanges(services, tx, prepared, set.values);
    case 'audience':
      return audienceChanges(services, prepared, set.values);
    case 'frame':
      return 'sample' in set ? sampleChanges(prepared, set.sample) : countsChanges(prepared, set.counts);
    case 'schedule':
      return scheduleChanges(services, tx, prepared, set.values);
    case 'preview':
    case 'summary':
      return { kind: 'changes', round: {} };
  }
}

async function questionnaireChanges(
  { catalog }: Services,
  tx: Db,
  { setup }: Prepared,
  { title, planId, fiscalYear, layout, indicatorIds }: QuestionnaireValues,
): Promise<Changes> {
  const stored = await findStoredPlan(tx, planId);
  if (!stored) return refused('unknown_plan');
  const choosable = listChoosablePlans(await listPlans(tx));
  if (!isYearOfPlan(choosable, stored.plan, fiscalYear)) return refused('year_outside_plan');
  const chosen = { ...setup, indicatorIds: [...indicatorIds], layout };
  if (stillMeasured(catalog, chosen).length < indicatorIds.length) return refused('unknown_indicator');
  const frozen = composeRound(catalog, chosen);
  if (!frozen) return refused('questionnaire_gone');
  const { questionnaire, hash: questionnaireHash } = frozen;
  const { isDemo } = stored;
  return {
    kind: 'changes',
    round: { title, planId, isDemo, fiscalYear, questionnaire, questionnaireHash },
    setup: { indicatorIds: chosen.indicatorIds },
  };
}

function audienceChanges(
  services: Services,
  { round, setup }: Prepared,
  { mode, reminder }: AudienceValues,
): Changes {
  const { catalog, now } = services;
  if (!listModes(round.audience).includes(mode)) return refused('mode_not_offered');
  const indicatorIds = stillMeasured(catalog, setup);
  if (indicatorIds.length === 0) return refused('indicators_gone');
  const frozen = composeRound(catalog, {
    ...setup,
    indicatorIds,
    mode,
    layout: round.questionnaire.layout,
  });
  if (!frozen) return refused('questionnaire_gone');
  const access = accessOfMode(mode);
  const { audience } = frozen.questionnaire;
  // Dates and texts nobody has looked at yet follow the way people are reached: letters need time to be printed.
  const dates = setup.savedSteps.includes('schedule') ? undefined : usualDates(now(), mode);
  return {
    kind: 'changes',
    round: {
      audience,
      questionnaire: frozen.questionnaire,
      questionnaireHash: frozen.hash,
      design: designOfMode(mode, round),
      access,
      reminder: access === 'code' ? reminder : 'everyone',
      ...(mode !== 'letter' && { frame: null }),
      ...(dates && { ...dates, terms: termsFor(services, round, { audience, closesAt: dates.closesAt }) }),
    },
    setup: { mode, indicatorIds },
  };
}

/** Only a drawn sample has a frame: in any other round its strata would take codes and weights for themselves. */
function countsChanges({ setup }: Prepared, counts: Counts): Changes {
  if (setup.mode === 'letter') return { kind: 'changed_since' };
  return { kind: 'changes', round: { ...counts, design: designOfMode(setup.mode, counts), frame: null } };
}

function sampleChanges({ round, setup }: Prepared, sample: DrawnSample): Changes {
  if (setup.mode !== 'letter') return { kind: 'changed_since' };
  const { populationSize, nIssued, plan } = sample;
  const counts = { populationSize, nIssued };
  return {
    kind: 'changes',
    round: { ...counts, design: designOfMode(setup.mode, counts), frame: frameOf(sample, round.frame) },
    setup: { plan },
  };
}

/** The frame that the typed strata make; what was uploaded beside them (margins, merges) stays. */
function frameOf({ strata, source, asOf }: DrawnSample, uploaded: Frame | null): Frame | null {
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

/** What a round promises to another audience, or until another day, where nobody has worded it. */
const termsFor = (
  { usualTerms }: Services,
  round: Round,
  { audience, closesAt }: Pick<Round, 'audience' | 'closesAt'>,
): RoundTerms => ({
  ...adaptTexts(round.terms, { before: usualTerms[round.audience], after: usualTerms[audience] }),
  ...keptUntil(round, round.terms, closesAt),
});

async function scheduleChanges(
  services: Services,
  tx: Db,
  { round, setup }: Prepared,
  { opensAt, closesAt, ...texts }: ScheduleValues,
): Promise<Changes> {
  const known = await listKnownTerms(services, tx, { round, setup });
  const worded = mapTerms((name) =>
    translateWording(
      texts[name],
      known.map((terms) => terms[name]),
    ),
  );
  const terms = { ...worded, ...keptUntil(round, texts, closesAt) };
  return { kind: 'changes', round: { opensAt, closesAt, terms } };
}

/** The days things are kept until: those that were never touched follow the closing. */
function keptUntil(round: Round, wanted: KeptUntil, closesAt: string): KeptUntil {
  const [usualBefore, usual] = [usuallyKeptUntil(round.closesAt), usuallyKeptUntil(closesAt)];
  const day = (name: keyof KeptUntil) => (wanted[name] === usualBefore[name] ? usual[name] : wanted[name]);
  return { paperKeptUntil: day('paperKeptUntil'), responsesKeptUntil: day('responsesKeptUntil') };
}
