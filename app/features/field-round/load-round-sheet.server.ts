import type { AppLoadContext } from '@remix-run/node';
import { listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { toJapaneseTime } from '#surveys/round/japanese-time.ts';
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
  readonly steps: readonly RoundStep[];
}

/** Gathers what the staff page of a round shows. */
export async function loadRoundSheet(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<RoundSheetData> {
  const { questionnaire, version: _version, ...facts } = round;
  return {
    ...facts,
    nAnswers: await nResponses(context.services.db, round.id),
    questionnaireTitle: localize(questionnaire.title, 'ja'),
    questions: questionnaire.pages.flatMap((page) =>
      page.questions.map(({ id, text }) => ({ id, text: localize(text, 'ja') })),
    ),
    answerUrl: new URL(`/s/${round.id}`, context.services.publicOrigin ?? request.url).href,
    closesAtField: toJapaneseTime(round.closesAt),
    steps: await listRoundSteps(context.services.db, round.id),
  };
}
