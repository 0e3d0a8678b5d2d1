import { z } from 'zod';
import type { Audience, Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { RoundTerms } from '#surveys/round/terms.ts';

/** Decides which statistics are allowed (調査設計). */
export const designs = ['probability', 'census', 'self-selected', 'panel'] as const;
export type Design = (typeof designs)[number];
export const designSchema = z.enum(designs);

/** The life of a round in its order; surveys/round/lifecycle.ts says who moves it on. */
export const roundStates = [
  'draft',
  'approval_requested',
  'approved',
  'open',
  'closed',
  'finalised',
  'published',
] as const;
export type RoundState = (typeof roundStates)[number];

/** Whether nothing has been asked yet: no resident can have answered. */
export function isBeforeFielding(state: RoundState): boolean {
  return state === 'draft' || state === 'approval_requested' || state === 'approved';
}

/** States in which a round's figures are fixed and its codes are gone. */
export const finalStates: readonly RoundState[] = ['finalised', 'published'];

/** Whether codes may be made and withdrawn: for what was approved, until fielding ends. */
export function mayChangeCodes(state: RoundState): boolean {
  return state === 'approved' || state === 'open';
}

/** What a round's figures are in a state: 速報値 until it is finalised, then 確定値, at last 公表値. */
export function figureStateOf(state: RoundState): 'provisional' | 'final' | 'published' {
  if (state === 'published') return 'published';
  return state === 'finalised' ? 'final' : 'provisional';
}

/** How one gets in: anyone with the link, or with the code of a mailed letter, which also tells the stratum. */
export const accesses = ['open', 'code'] as const;
export type Access = (typeof accesses)[number];
export const accessSchema = z.enum(accesses);

/** Who is reminded: everyone alike, or, declared to residents beforehand, only letters not yet answered. */
export const reminders = ['everyone', 'unused'] as const;
export type Reminder = (typeof reminders)[number];
export const reminderSchema = z.enum(reminders);

/** One fielding of a frozen questionnaire version (調査回). Times are ISO-8601 UTC. */
export interface Round {
  readonly id: string;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly audience: Audience;
  readonly design: Design;
  readonly state: RoundState;
  readonly access: Access;
  readonly reminder: Reminder;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Population size N of the audience, where known (finite population, response rate). */
  readonly populationSize: number | null;
  /** How many were asked (letters sent, organisations invited), where known. */
  readonly nIssued: number | null;
  /** Whom the figures stand for and how they are weighted; null where they are not. */
  readonly frame: Frame | null;
  /** What the round promises to those who answer, and how long what they gave is kept. */
  readonly terms: RoundTerms;
  readonly questionnaire: Questionnaire;
  readonly questionnaireHash: string;
  readonly isDemo: boolean;
  /** Moves with every change of the tally. */
  readonly version: number;
}
