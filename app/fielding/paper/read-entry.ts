import { readTypedCode } from '#app/fielding/codes/judge-code.ts';
import type { Services } from '#app/fielding/services.ts';
import { checkKeyed } from '#surveys/paper/check-keyed.ts';
import { parseSerial } from '#surveys/paper/import-row.ts';
import type { KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { answeredBefore } from '#surveys/response/answered-on.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** A paper form as somebody typed it, field by field. */
export interface TypedEntry {
  readonly serial: string;
  /** The name of the bundle it lies in; empty for none. */
  readonly batch: string;
  readonly code: string;
  /** The number of the stratum's mark. */
  readonly stratum: string;
  /** By question id. */
  readonly answers: { readonly [questionId: string]: string };
}

/** What is wrong with one field of a typed form. */
export type EntryProblem =
  | { readonly kind: 'not_a_serial' | 'unknown_stratum' }
  | { readonly kind: 'batch_too_long'; readonly maximum: number }
  | { readonly kind: 'bad_code'; readonly problem: CodeProblem }
  | { readonly kind: 'bad_answer'; readonly questionId: string; readonly error: AnswerError };

export type EntryCheck =
  | { readonly ok: true; readonly serial: string; readonly batch: string; readonly entry: KeyedEntry }
  | { readonly ok: false; readonly problems: readonly EntryProblem[] };

const maximumBatchName = 40;

/** Reads a typed form: serial, batch, code or stratum mark, and the answers by their numbers. */
export function readEntry(
  services: Pick<Services, 'secrets' | 'now'>,
  { round, typed }: { readonly round: Round; readonly typed: TypedEntry },
): EntryCheck {
  const problems: EntryProblem[] = [];
  const serial = parseSerial(typed.serial);
  if (serial === undefined) problems.push({ kind: 'not_a_serial' });
  const batch = typed.batch.trim();
  if (batch.length > maximumBatchName) problems.push({ kind: 'batch_too_long', maximum: maximumBatchName });
  const code = readFormCode(services, round, typed.code);
  if (!code.ok) problems.push({ kind: 'bad_code', problem: code.problem });
  const stratum = stratumOfMark(round, typed.stratum);
  if (stratum === undefined) problems.push({ kind: 'unknown_stratum' });
  const checked = checkKeyed(
    round.questionnaire,
    typed.answers,
    answeredBefore(services.now().toISOString(), round),
  );
  if (!checked.ok)
    problems.push(...checked.errors.map((wrong) => ({ kind: 'bad_answer', ...wrong }) as const));
  if (problems.length > 0 || !checked.ok || !code.ok || serial === undefined || stratum === undefined) {
    return { ok: false, problems };
  }
  return { ok: true, serial, batch, entry: { answers: checked.answers, stratum, codeHash: code.codeHash } };
}

/** Reads the access code of a form, as its hash; null for a form without one, or where the round asks for none. */
export function readFormCode(
  services: Pick<Services, 'secrets'>,
  round: Round,
  typed: string,
):
  | { readonly ok: true; readonly codeHash: string | null }
  | { readonly ok: false; readonly problem: CodeProblem } {
  if (typed.trim() === '' || round.access !== 'code') return { ok: true, codeHash: null };
  return readTypedCode(services, round.id, typed);
}
