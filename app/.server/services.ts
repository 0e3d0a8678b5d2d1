import type { Acceptance } from '#app/.server/acceptance.ts';
import type { CodeMaker } from '#app/.server/code-maker.ts';
import type { CodeThrottle } from '#app/.server/code-throttle.ts';
import type { EStatClient } from '#app/.server/e-stat.ts';
import type { Eraser } from '#app/.server/eraser.ts';
import type { LiveHub } from '#app/.server/live-hub.ts';
import type { Log } from '#app/.server/log.ts';
import type { LoginThrottle } from '#app/.server/login-throttle.ts';
import type { Mixer } from '#app/.server/mixer.ts';
import type { RoundClock } from '#app/.server/round-clock.ts';
import type { Secrets } from '#app/.server/secrets.ts';
import type { UsedCodeLog } from '#app/.server/used-code-log.ts';
import type { Db } from '#db/connect.ts';
import type { QuestionnaireCatalog } from '#surveys/catalog/load-questionnaires.ts';

/** What the one server process creates once and every route shares. */
export interface Services {
  readonly db: Db;
  readonly secrets: Secrets;
  readonly acceptance: Acceptance;
  readonly mixer: Mixer;
  readonly roundClock: RoundClock;
  readonly liveHub: LiveHub;
  readonly loginThrottle: LoginThrottle;
  readonly codeThrottle: CodeThrottle;
  readonly codeMaker: CodeMaker;
  readonly usedCodes: UsedCodeLog;
  readonly eraser: Eraser;
  /** Where residents reach the server, when it is configured: what letters print. */
  readonly publicOrigin: string | null;
  /** Where staff reach the server, when it is configured: where links for them lead. */
  readonly officeOrigin: string | null;
  readonly catalog: QuestionnaireCatalog;
  /** Population figures of the government, for the frames of rounds. */
  readonly eStat: EStatClient;
  readonly log: Log;
  /** True when visitors come over https, so cookies are marked Secure. */
  readonly isSecure: boolean;
  /** True only under `npm start`: demo plans and rounds are shown. */
  readonly hasDemo: boolean;
  /** True unless one person may both ask for a round's approval and give it. */
  readonly hasFourEyes: boolean;
  readonly now: () => Date;
}
