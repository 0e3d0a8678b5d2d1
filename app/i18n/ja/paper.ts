import { answerErrorMessage } from '#app/i18n/ja/answer-errors.ts';
import { codeProblemMessage } from '#app/i18n/ja/code.ts';
import type { ImportChannel, ImportState } from '#db/queries/import-job.ts';
import type { StagedConflict } from '#db/queries/import-row.ts';
import type { AcceptanceOutcome } from '#db/queries/submission.ts';
import type { HeadingProblem } from '#surveys/paper/import-columns.ts';
import type { CellProblem } from '#surveys/paper/import-row.ts';
import type { AnswerError } from '#surveys/questionnaire/questions/answer-error.ts';

export const importStateNames: Readonly<Record<ImportState, string>> = {
  checking: '確認中',
  storing: '取り込み中',
  stored: '取り込み済み',
  refused: '取り込んでいません(修正が必要)',
  failed: '取り込んでいません(中断)',
};

export const importChannelNames: Readonly<Record<ImportChannel, string>> = {
  paper: '紙の調査票(外部で入力したもの)',
  import: 'その他のデータ',
};

export const headingProblemNames: Readonly<Record<HeadingProblem['kind'], string>> = {
  missing_column: 'この設問の列がありません。ひな形のとおりに列を用意してください。',
  unknown_column: 'この調査票にない列です。ひな形の見出しとお比べください。',
  repeated_column: '同じ見出しの列が2つ以上あります。',
};

/** What is wrong with an answer that was typed as a number from a paper form. */
export function keyedErrorMessage(error: AnswerError): string {
  return error.code === 'unknown_option' ? '選択肢にない番号です。' : answerErrorMessage(error);
}

/** What is wrong with a cell of an imported sheet and what to do. */
export function cellProblemMessage({ reason }: CellProblem): string {
  switch (reason.code) {
    case 'unknown_option':
      return '選択肢の番号・コード・文言のどれとも一致しません。';
    case 'ambiguous':
      return '番号ともコードとも読めて、どの選択肢か決められません。選択肢の文言を入れてください。';
    case 'unknown_stratum':
      return 'この調査回にない層です。';
    case 'not_a_serial':
      return '通し番号は9けたまでの数字です。';
    case 'no_code_asked':
      return 'この調査回は回答コードを使いません。空欄にしてください。';
    case 'too_many_cells':
      return '見出しのない列に値が入っています。';
    case 'bad_code':
      return codeProblemMessage(reason.problem);
    default:
      return answerErrorMessage(reason);
  }
}

export const conflictMessages: Readonly<Record<StagedConflict['kind'], string>> = {
  repeated_in_file: '同じ通し番号の行が、上のほうにもあります。',
  accepted_before: 'この票は、すでに受け付けています。',
  code_repeated: '同じ回答コードの行が、上のほうにもあります。',
  code_used: 'この回答コードは使用済みです(先に届いた回答を数えています)。',
  code_refused: 'この回答コードは見つからないか、取り消されています。',
};

/** Why a row was turned away at the last moment. */
export const acceptanceMessages: Readonly<Record<AcceptanceOutcome, string>> = {
  accepted: '受け付けました。',
  repeated: conflictMessages.accepted_before,
  not_open: 'この調査回は、いま回答を受け付けていません。',
  code_used: conflictMessages.code_used,
  code_refused: conflictMessages.code_refused,
};
