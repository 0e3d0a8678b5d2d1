import { z } from 'zod';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { codeSchema } from '#surveys/questionnaire/question-base.ts';
import type { Access, Design } from '#surveys/round/round.ts';

/** How people are reached: this decides audience, way in and design of a round. */
export const modes = [
  'letter',
  'link',
  'kiosk',
  'event',
  'panel',
  'organisations',
  'shoppers',
  'records',
] as const;
export type Mode = (typeof modes)[number];

/** The steps in which a round is prepared, in order. */
export const setupSteps = ['questionnaire', 'audience', 'frame', 'schedule', 'preview', 'summary'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** What the planner of the sample works with, all 0–1: the share expected, half the interval, the response rate. */
const samplePlanSchema = z.strictObject({
  share: z.number().min(0.01).max(0.99),
  halfWidth: z.number().min(0.001).max(0.5),
  responseRate: z.number().min(0.01).max(1),
});
export type SamplePlan = z.infer<typeof samplePlanSchema>;

/** What a clerk chose while preparing a round, so that steps can be changed and a later round can copy them. */
export const roundSetupSchema = z.strictObject({
  /** The catalogue's questionnaire that the round's was composed from. */
  recipeId: codeSchema,
  indicatorIds: z.array(codeSchema),
  mode: z.enum(modes),
  plan: samplePlanSchema,
  /** Steps that were looked at and saved. */
  savedSteps: z.array(z.enum(setupSteps)),
  copiedFrom: z.string().nullable(),
});
export type RoundSetup = z.infer<typeof roundSetupSchema>;

/** The planner's usual start: ±3 points at a share of a half, and a third of the letters answered. */
export const usualPlan: SamplePlan = { share: 0.5, halfWidth: 0.03, responseRate: 0.35 };

/** As many strata can be typed by hand; more come as a file. */
export const maximumStrata = 10;

/** The ways in which people of a questionnaire's audience can be reached, the usual one first. */
export function listModes(audience: Audience): readonly [Mode, ...Mode[]] {
  switch (audience) {
    case 'residents':
    case 'visitors':
    case 'event-participants':
      return ['letter', 'link', 'kiosk', 'event', 'panel'];
    case 'organisations':
      return ['organisations'];
    case 'mystery-shoppers':
      return ['shoppers'];
    case 'ward-records':
      return ['records'];
  }
}

/** Who answers when people are reached in this way. */
export function audienceOfMode(mode: Mode): Audience {
  switch (mode) {
    case 'letter':
    case 'link':
    case 'panel':
      return 'residents';
    case 'kiosk':
      return 'visitors';
    case 'event':
      return 'event-participants';
    case 'organisations':
      return 'organisations';
    case 'shoppers':
      return 'mystery-shoppers';
    case 'records':
      return 'ward-records';
  }
}

/** Whether everyone gets a code of their own or anyone with the address may answer. */
export function accessOfMode(mode: Mode): Access {
  switch (mode) {
    case 'letter':
    case 'panel':
    case 'organisations':
    case 'shoppers':
      return 'code';
    case 'link':
    case 'kiosk':
    case 'event':
    case 'records':
      return 'open';
  }
}

/**
 * The design that follows from how people are reached; letters to the whole population make a census.
 * @example designOfMode('letter', { populationSize: 500, nIssued: 500 }) // 'census'
 */
export function designOfMode(
  mode: Mode,
  counts: { readonly populationSize: number | null; readonly nIssued: number | null },
): Design {
  switch (mode) {
    case 'letter': {
      const isEverybody = counts.populationSize !== null && counts.nIssued === counts.populationSize;
      return isEverybody ? 'census' : 'probability';
    }
    case 'link':
    case 'kiosk':
    case 'event':
      return 'self-selected';
    case 'panel':
    case 'shoppers':
      return 'panel';
    case 'organisations':
    case 'records':
      return 'census';
  }
}
