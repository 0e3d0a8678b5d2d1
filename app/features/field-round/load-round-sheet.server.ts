import type { AppLoadContext } from '@remix-run/node';
import { hasLiveCodes } from '#db/queries/code-state.ts';
import { listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { japaneseDayOf, toJapaneseTime } from '#surveys/round/japanese-time.ts';
import type { Access, Design, Round, RoundState } from '#surveys/round/round.ts';
import type { RoundTerms } from '#surveys/round/terms.ts';
import { localize } from '#surveys/text.ts';

/** A round as its page for staff shows it. */
export interface RoundSheetData {
  readonly id: string;
  readonly title: string;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly audience: Audience;
  readonly design: Design;
  readonly access: Access;
  readonly state: RoundState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly populationSize: number | null;
  readonly nIssued: number | null;
  readonly nAnswers: number;
  readonly isDemo: boolean;
  readonly questionnaireTitle: string;
  readonly questionnaireHash: string;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly answerUrl: string;
  readonly terms: RoundTerms;
  /** The closing as a date field wants it: `YYYY-MM-DDThh:mm` in Japanese time. */
  readonly closesAtField: string;
  /** Whether the round asks for codes, and none were made. */
  readonly lacksCodes: boolean;
  /** Whether those who are asked are named one by one. */
  readonly isByName: boolean;
  /** Paper forms: none at hand, to be kept, to be destroyed by now, destroyed. */
  readonly paper: 'none' | 'kept' | 'overdue' | 'destroyed';
  readonly steps: readonly RoundStep[];
}

/** Gathers what the staff page of a round shows. */
export async function loadRoundSheet(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<RoundSheetData> {
  const { questionnaire, version: _version, ...facts } = round;
  const { db, now } = context.services;
  const steps = await listRoundSteps(db, round.id);
  return {
    ...facts,
    nAnswers: await nResponses(db, round.id),
    questionnaireTitle: localize(questionnaire.title, 'ja'),
    questions: questionnaire.pages.flatMap((page) =>
      page.questions.map(({ id, text }) => ({ id, text: localize(text, 'ja') })),
    ),
    answerUrl: new URL(`/s/${round.id}`, context.services.publicOrigin ?? request.url).href,
    closesAtField: toJapaneseTime(round.closesAt),
    lacksCodes: round.access === 'code' && !(await hasLiveCodes(db, round.id)),
    isByName: isAskedByName(round),
    paper: paperOf(round, steps, now().toISOString()),
    steps,
  };
}

/** How the paper forms of a round stand: records of the ward itself have none. */
function paperOf({ audience, terms }: Round, steps: readonly RoundStep[], now: string) {
  if (isWardsOwn(audience)) return 'none';
  if (steps.some(({ transition }) => transition === 'destroy_paper')) return 'destroyed';
  return japaneseDayOf(now) > terms.paperKeptUntil ? 'overdue' : 'kept';
}
