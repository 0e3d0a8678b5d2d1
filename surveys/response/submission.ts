import type { Pages } from '#surveys/questionnaire/visibility.ts';
import type { Answers, Channel, SurveyResponse } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import type { Access } from '#surveys/round/round.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

/** By what right a submission comes: an open round asks for none, a code round for the hash of a code. */
export type Admission = { readonly kind: 'open' } | { readonly kind: 'code'; readonly codeHash: string };

export interface SubmissionKey {
  readonly roundId: string;
  /** Keyed hash of the submission key: the same key is the same submission, however often it comes. */
  readonly keyHash: string;
}

/**
 * What became of a submission; `repeated`: its key was accepted before; `code_used`: another key used the code
 * up; `code_refused`: the code is unknown or withdrawn, or the round asks for one and none came.
 */
export type AcceptanceOutcome = 'accepted' | 'repeated' | 'not_open' | 'code_used' | 'code_refused';

/** A submission that waits to be accepted, its answers validated and pruned. */
export interface Submission extends SubmissionKey {
  /** The draft that acceptance deletes, if there was one. */
  readonly draftId: string | null;
  readonly admission: Admission;
  readonly response: SurveyResponse;
  readonly counters: {
    readonly language: string;
    readonly device: string;
    /** The tablet it came from, where it was one of ours. */
    readonly kioskId?: string;
  };
}

/** What a channel knows of an answer set that it hands over. */
export interface SubmissionParts {
  readonly round: {
    readonly id: string;
    readonly access: Access;
    readonly questionnaire: Pages;
  };
  readonly keyHash: string;
  /** Valid, and pruned of what was not asked. */
  readonly answers: Answers;
  readonly channel: Channel;
  /** What the office knows of the stratum without a code (the mark on a paper form); a code brings its own. */
  readonly stratum?: string;
  /** Hash of the code that came along; counts only where the round asks for one. */
  readonly codeHash?: string | null;
  readonly draftId?: string;
  /** Paper and sheets are filled in Japanese, on paper, unless the channel says otherwise. */
  readonly counters?: Submission['counters'];
}

/**
 * Makes a submission of a valid answer set, for every channel in the same way: its profile, its stratum, by what
 * right it comes, and what is counted of it apart from the answers.
 */
export function composeSubmission(parts: SubmissionParts): Submission {
  const { round, keyHash, answers, channel, stratum, codeHash = null, draftId, counters } = parts;
  return {
    roundId: round.id,
    keyHash,
    draftId: draftId ?? null,
    admission: round.access === 'code' && codeHash !== null ? { kind: 'code', codeHash } : { kind: 'open' },
    response: {
      stratum: stratum ?? wholeStratum,
      profile: profileOf(round.questionnaire, answers),
      channel,
      answers,
    },
    counters: counters ?? { language: 'ja', device: 'paper' },
  };
}
