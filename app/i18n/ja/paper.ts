import type { DecisionProblem } from '#app/fielding/paper/decide-differences.ts';
import type { EntryProblem } from '#app/fielding/paper/read-entry.ts';
import { answerErrorMessage } from '#app/i18n/ja/answer-errors.ts';
import { codeProblemMessage } from '#app/i18n/ja/code.ts';
import type { ImportChannel, ImportState } from '#db/queries/import-job.ts';
import type { StagedConflict } from '#db/queries/import-row.ts';
import type { HeadingProblem } from '#surveys/paper/import-columns.ts';
import type { CellProblem } from '#surveys/paper/import-row.ts';
import type { AnswerError } from '#surveys/questionnaire/questions/answer-error.ts';
import type { AcceptanceOutcome } from '#surveys/response/submission.ts';

/** Above the forms of a batch of letters, on the screen only. */
export const codedFormWords = {
  heading: (n: number) => `回答コード入りの調査票 ${n.toLocaleString('ja-JP')}票`,
  printing:
    'すべて表示されるまで待ってから、ブラウザーの「印刷」(Ctrl+P)を選んでください。用紙はA4縦です。回答コードが載っていますので、印刷した後にこの画面を閉じてください。',
} as const;

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
  not_a_heading:
    '1行目が見出しではありません(1枚目のシートだけを読みます)。1行目に「通し番号」「問1」「問2」などの見出しを入れるか、ひな形に書き写してください。',
  missing_column: 'この設問の列がありません。見出しを「問1」のように入れて、列を用意してください。',
  unknown_column: 'この調査票にない見出しです。ひな形の見出しとお比べください。',
  repeated_column: '同じ内容の列が2つ以上あります。',
};

/** Said as soon as two numbers are typed where one is asked for; the server says it at length. */
export const twoCirclesShort = '1つだけです(○が2つ以上なら0)';

const twoCircles = '番号は1つだけです。○が2つ以上あるときは、0か空欄にします(無回答)。';

/** What is wrong with an answer that was typed as a number from a paper form. */
export function keyedErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'unknown_option':
      return '選択肢にない番号です。';
    case 'more_than_one':
      return twoCircles;
    default:
      return answerErrorMessage(error);
  }
}

/** What is wrong with a cell of an imported sheet and what to do. */
export function cellProblemMessage(reason: CellProblem['reason']): string {
  switch (reason.code) {
    case 'unknown_option':
      return '選択肢の番号・コード・文言のどれとも一致しません。';
    case 'ambiguous':
      return '2つの選択肢に読めて、どちらか決められません。選択肢の文言を入れてください。';
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
  keyed:
    'この通し番号の票は、画面で入力の途中です。この行を外すか、「入力途中の票」で入力を取り消してから取り込んでください。',
  accepted_before: 'この票は、すでに受け付けています。',
  code_repeated: '同じ回答コードの行が、上のほうにもあります。',
  code_used: 'この回答コードは使用済みです(先に届いた回答を数えています)。',
  code_refused: 'この回答コードは見つからないか、取り消されています。',
};

/** A row without a serial that came with the same file before. */
export const importedBefore = 'このファイルのこの行は、前に取り込んでいます。';

/** Why a row was turned away at the last moment. */
export const acceptanceMessages: Readonly<Record<AcceptanceOutcome, string>> = {
  accepted: '受け付けました。',
  repeated: conflictMessages.accepted_before,
  not_open: 'この調査回は、いま回答を受け付けていません。',
  code_used: conflictMessages.code_used,
  code_refused: conflictMessages.code_refused,
};

/** Where the code of a keyed form stands; what it reads is kept nowhere. */
export const codeStandingNames: Readonly<Record<'usable' | 'used' | 'withdrawn' | 'unknown', string>> = {
  usable: 'まだ使われていないコード',
  used: '使用済みのコード',
  withdrawn: '取り消されたコード',
  unknown: 'この調査回にないコード',
};

/** What is wrong with one field of a keyed form. */
export function entryProblemMessage(problem: EntryProblem): string {
  switch (problem.kind) {
    case 'not_a_serial':
      return '通し番号を、9けたまでの数字で入力してください。';
    case 'batch_too_long':
      return `束の名前は${problem.maximum}文字までにしてください。`;
    case 'bad_code':
      return codeProblemMessage(problem.problem);
    case 'unknown_stratum':
      return 'この調査回にない層の印です。';
    case 'bad_answer':
      return keyedErrorMessage(problem.error);
  }
}

/** What is missing before a form can be settled. */
export function decisionProblemMessage(problem: DecisionProblem): string {
  switch (problem.kind) {
    case 'undecided':
      return '紙を見て、どれか1つを選んでください。';
    case 'blank':
      return '紙に書かれている値を入力してください。記入がないときは、その選択肢を選びます。';
    case 'unknown_stratum':
      return 'この調査回にない層の印です。';
    case 'no_code':
      return '正しい回答コードを入力するか、紙に書かれていないことを確かめて印を付けてください。数えないときは「この票を数えない」を押します。';
    case 'code_and_none':
      return '回答コードが入力されています。書かれていないことにするときは、入力を消してください。';
    case 'bad_code':
      return codeProblemMessage(problem.problem);
    case 'bad_answer':
      return keyedErrorMessage(problem.error);
  }
}

/** Why a form that two people keyed alike was not accepted, by where its code stands. */
export const agreedCodeReasons: Readonly<Record<'used' | 'withdrawn' | 'unknown', string>> = {
  used: '2人の入力は一致しましたが、この回答コードの回答は先に届いて数えています。1通のお手紙で数えるのは1回だけです。この票は数えません。',
  withdrawn:
    '2人の入力は一致しましたが、この回答コードは取り消されています(お手紙をつくり直したか、宛先不明で戻りました)。新しいお手紙での回答と二重にならないよう、この票は数えません。',
  unknown:
    '2人の入力は一致しましたが、この調査回にない回答コードです。紙と見くらべて、正しい回答コードを入力してください。別の調査の票のときは、数えません。',
};
