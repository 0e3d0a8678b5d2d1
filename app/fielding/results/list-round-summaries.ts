import type { Services } from '#app/fielding/services.ts';
import { listRounds } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import type { RoundState } from '#surveys/round/round.ts';

export interface RoundSummary {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly audience: Audience;
  readonly state: RoundState;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly nAnswers: number;
  readonly nIssued: number | null;
  readonly isDemo: boolean;
}

/** Every round with its count of answers, the latest first. */
export async function listRoundSummaries({ db }: Pick<Services, 'db'>): Promise<RoundSummary[]> {
  const rounds = await listRounds(db);
  return Promise.all(
    rounds.map(async (round) => ({
      id: round.id,
      title: round.title,
      fiscalYear: round.fiscalYear,
      audience: round.audience,
      state: round.state,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      nAnswers: await nResponses(db, round.id),
      nIssued: round.nIssued,
      isDemo: round.isDemo,
    })),
  );
}
