import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/.server/audit.ts';
import type { LaunchForm } from '#app/features/launch-round/launch-form.ts';
import type { Account } from '#db/queries/account.ts';
import { findPlan } from '#db/queries/plan.ts';
import { insertRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import { freezeQuestionnaire } from '#surveys/questionnaire/freeze.ts';
import type { Round } from '#surveys/round/round.ts';
import { defaultTerms } from '#surveys/round/terms.ts';

export type LaunchResult =
  | { readonly kind: 'launched'; readonly roundId: string }
  | { readonly kind: 'refused'; readonly field: string; readonly message: string };

const refused = (field: string, message: string): LaunchResult => ({ kind: 'refused', field, message });

/** Makes a round in preparation, its questionnaire composed, checked and frozen with its hash. */
export async function launchRound(
  context: AppLoadContext,
  by: Account,
  form: LaunchForm,
): Promise<LaunchResult> {
  const { db, catalog, hasDemo } = context.services;
  const plan = await findPlan(db, form.planId);
  if (!plan) return refused('planId', '計画を選び直してください。');
  const recipe = catalog.recipes.find(({ id }) => id === form.questionnaireId);
  if (!recipe) return refused('questionnaireId', '調査票を選び直してください。');
  if (form.indicatorIds.length === 0) return refused('indicatorIds', '指標を1つ以上選んでください。');
  const selected = selectIndicators(recipe, catalog.blocks, form.indicatorIds);
  const composed = composeQuestionnaire({ ...selected, layout: form.layout }, catalog.blocks);
  const { questionnaire, hash } = freezeQuestionnaire(composed);
  const roundId = randomUUID();
  const round: Round = {
    id: roundId,
    planId: plan.id,
    fiscalYear: form.fiscalYear,
    title: form.title,
    audience: questionnaire.audience,
    design: form.design,
    state: 'draft',
    access: 'open',
    reminder: 'everyone',
    opensAt: form.opensAt,
    closesAt: form.closesAt,
    populationSize: form.populationSize,
    nIssued: form.nIssued,
    questionnaire,
    questionnaireHash: hash,
    isDemo: hasDemo && plan.id.endsWith('-demo'),
    frame: null,
    terms: defaultTerms(form.closesAt),
    version: 0,
  };
  await inTransaction(db, async (tx) => {
    await insertRound(tx, round);
    const detail = { title: round.title, fiscalYear: round.fiscalYear, questionnaireHash: hash };
    await audit(context, tx, { by, action: 'round.launched', on: { type: 'round', id: roundId }, detail });
  });
  return { kind: 'launched', roundId };
}
