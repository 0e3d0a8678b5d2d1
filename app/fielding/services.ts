import type { Acceptance } from '#app/fielding/accept/acceptance.ts';
import type { CodeMaker } from '#app/fielding/codes/code-maker.ts';
import type { UsedCodeLog } from '#app/fielding/codes/used-code-log.ts';
import type { Mixer } from '#app/fielding/mix/mixer.ts';
import type { CodeThrottle, EStat, Log, SheetReader } from '#app/fielding/ports.ts';
import type { Eraser } from '#app/fielding/rounds/eraser.ts';
import type { RoundClock } from '#app/fielding/rounds/round-clock.ts';
import type { Secrets } from '#app/fielding/secrets.ts';
import type { LiveHub } from '#app/fielding/watch/live-hub.ts';
import type { Db } from '#db/connect.ts';
import type { Randomness } from '#db/randomness.ts';
import type { QuestionnaireCatalog } from '#surveys/catalog/load-questionnaires.ts';
import type { Ward } from '#surveys/catalog/ward.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import type { UsualTerms } from '#surveys/round/terms.ts';

/** What a process creates once and every use case of fielding shares. */
export interface Services {
  readonly db: Db;
  readonly secrets: Secrets;
  readonly acceptance: Acceptance;
  readonly mixer: Mixer;
  readonly roundClock: RoundClock;
  readonly liveHub: LiveHub;
  readonly codeThrottle: CodeThrottle;
  readonly readSheet: SheetReader;
  readonly codeMaker: CodeMaker;
  readonly usedCodes: UsedCodeLog;
  readonly eraser: Eraser;
  readonly eStat: EStat;
  /** Where residents reach the server, when it is configured: what letters print. */
  readonly publicOrigin: string | null;
  /** Whose surveys these are. */
  readonly ward: Ward;
  readonly plans: readonly Plan[];
  readonly catalog: QuestionnaireCatalog;
  /** What new rounds promise to each audience. */
  readonly usualTerms: UsualTerms;
  readonly log: Log;
  /** True unless one person may both ask for a round's approval and give it. */
  readonly hasFourEyes: boolean;
  readonly now: () => Date;
  /** Chance and new ids. */
  readonly randomness: Randomness;
}
