import type { Audience, Page } from '#surveys/questionnaire/definition.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { CodeVerdict } from '#surveys/round/code-verdict.ts';
import type { Locale, LocalizedText } from '#surveys/text.ts';

/** What a tablet shows of its round. */
export interface KioskRound {
  readonly id: string;
  readonly title: LocalizedText;
  readonly wardOffice: string;
  readonly purpose: LocalizedText;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly audience: Audience;
  /** Whether the code of a letter is asked for first. */
  readonly asksCode: boolean;
  readonly isDemo: boolean;
  /** The languages it can be answered in, Japanese first. */
  readonly languages: readonly Locale[];
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
}

/** What a tablet shows; `stamp` changes when it has to load itself anew. */
export type KioskView =
  | { readonly kind: 'unpaired'; readonly stamp: string }
  | { readonly kind: 'waiting'; readonly stamp: string; readonly deviceName: string }
  | {
      readonly kind: 'ready';
      readonly stamp: string;
      readonly deviceName: string;
      readonly round: KioskRound;
    };

/** What the server says to a finished answer. */
export type KioskReply = 'accepted' | 'repeated' | 'not_open' | 'code_used' | 'code_refused' | 'invalid';

/** Why a code does not lead to the questions, to be told in whichever language the visit is in. */
export type KioskCodeObstacle =
  | CodeProblem
  | { readonly kind: 'not_open' | 'busy' | Exclude<CodeVerdict, 'usable'> };

/** What the server says to a code before the first question. */
export type KioskCodeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'mend'; readonly obstacle: KioskCodeObstacle };
