import { keyingFields } from '#app/features/keying/keying-fields.ts';
import { readTypedCode } from '#app/fielding/codes/judge-code.ts';
import type { Secrets } from '#app/fielding/secrets.ts';
import { codeProblemMessage } from '#app/i18n/ja/code.ts';
import { keyedErrorMessage } from '#app/i18n/ja/paper.ts';
import { checkKeyed } from '#surveys/paper/check-keyed.ts';
import { parseSerial } from '#surveys/paper/import-row.ts';
import type { KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { Round } from '#surveys/round/round.ts';

export type TypedValues = { readonly [field: string]: string };

export type EntryCheck =
  | { readonly ok: true; readonly serial: string; readonly batch: string; readonly entry: KeyedEntry }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const maximumBatchName = 40;

/** Reads a keyed form: serial, batch, code or stratum mark, and the answers by their numbers. */
export function readEntry(secrets: Secrets, round: Round, typed: TypedValues): EntryCheck {
  const errors: Record<string, string> = {};
  const serial = parseSerial(typed[keyingFields.serial] ?? '');
  if (serial === undefined) errors[keyingFields.serial] = '通し番号を、9けたまでの数字で入力してください。';
  const batch = (typed[keyingFields.batch] ?? '').trim();
  if (batch.length > maximumBatchName) {
    errors[keyingFields.batch] = `束の名前は${maximumBatchName}文字までにしてください。`;
  }
  const code = readCode(secrets, round, typed[keyingFields.code] ?? '');
  if (!code.ok) errors[keyingFields.code] = code.message;
  const stratum = stratumOfMark(round, typed[keyingFields.stratum] ?? '');
  if (stratum === undefined) errors[keyingFields.stratum] = 'この調査回にない層の印です。';
  const checked = checkKeyed(round.questionnaire, typed);
  if (!checked.ok) {
    for (const { questionId, error } of checked.errors) errors[questionId] = keyedErrorMessage(error);
  }
  if (
    !checked.ok ||
    !code.ok ||
    serial === undefined ||
    stratum === undefined ||
    errors[keyingFields.batch]
  ) {
    return { ok: false, errors };
  }
  return { ok: true, serial, batch, entry: { answers: checked.answers, stratum, codeHash: code.codeHash } };
}

type CodeRead =
  | { readonly ok: true; readonly codeHash: string | null }
  | { readonly ok: false; readonly message: string };

/** Reads a form's access code; blank is a form without one. */
export function readCode(secrets: Secrets, round: Round, typed: string): CodeRead {
  if (typed.trim() === '' || round.access !== 'code') return { ok: true, codeHash: null };
  const read = readTypedCode({ secrets }, round.id, typed);
  return read.ok ? read : { ok: false, message: codeProblemMessage(read.problem) };
}
