import type { AcceptanceRefusal } from '#app/fielding/paper/accept-form.ts';
import type { DecisionProblem } from '#app/fielding/paper/decide-differences.ts';
import type { EntryProblem } from '#app/fielding/paper/read-entry.ts';
import { answerErrorMessage } from '#app/i18n/ja/answer-errors.ts';
import { codeProblemMessage } from '#app/i18n/ja/code.ts';
import type { ImportChannel, ImportState } from '#db/queries/import-job.ts';
import { columnLetters, ownColumns } from '#surveys/paper/import-columns.ts';
import type { ImportReason, SheetColumn } from '#surveys/paper/import-problem.ts';
import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';

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

/** Why answers of paper and sheets cannot be taken now. */
const notOpen = 'この調査回は、いま回答を受け付けていません。';
const codeUsed = 'この回答コードは使用済みです(先に届いた回答を数えています)。';
const codeRefused = 'この回答コードは見つからないか、取り消されています。';

/** Why a form was turned away at the last moment. */
export const acceptanceMessages: Readonly<Record<AcceptanceRefusal, string>> = {
  not_open: notOpen,
  code_used: codeUsed,
  code_refused: codeRefused,
};

/** What is wrong with an answer in a cell of an imported sheet and what to do. */
const cellAnswerMessage = (error: AnswerError): string =>
  error.code === 'unknown_option'
    ? '選択肢の番号・コード・文言のどれとも一致しません。'
    : answerErrorMessage(error);

/** What is wrong with an imported sheet, or one cell of it, and what to do. */
export function importReasonMessage(reason: ImportReason): string {
  switch (reason.kind) {
    case 'empty_file':
      return 'ファイルが空です。';
    case 'locked_or_old_workbook':
      return 'パスワードの付いたファイル、または古い形式(.xls)のファイルは読み取れません。Excelで開いて「.xlsx」形式で、パスワードなしで保存し直してください。';
    case 'not_a_workbook':
      return 'Excelファイルではありません。';
    case 'workbook_without_sheet':
      return 'Excelファイルにシートがありません。';
    case 'unreadable_workbook':
      return 'Excelファイルとして読み取れません。Excelで開いて「.xlsx」形式で保存し直してください。';
    case 'unreadable_cell_name':
      return 'Excelファイルのセル番号が読み取れません。';
    case 'too_much_text':
      return 'ファイルの文字数が多すぎます。';
    case 'broken_csv':
      return 'この行の引用符(")が閉じていないなど、CSVとして読み取れません。引用符が2つで1組になっているかをお確かめください。';
    case 'too_many_rows':
      return `1回に取り込めるのは${reason.maximum.toLocaleString('ja-JP')}行までです。ファイルを分けてください。`;
    case 'no_rows':
      return '見出しの下に行がありません。';
    case 'not_a_heading':
      return '1行目が見出しではありません(1枚目のシートだけを読みます)。1行目に「通し番号」「問1」「問2」などの見出しを入れるか、ひな形に書き写してください。';
    case 'missing_column':
      return 'この設問の列がありません。見出しを「問1」のように入れて、列を用意してください。';
    case 'unknown_column':
      return 'この調査票にない見出しです。ひな形の見出しとお比べください。';
    case 'repeated_column':
      return '同じ内容の列が2つ以上あります。';
    case 'merged_cells':
      return `セル${reason.range}が結合されていて、値は左上のセルにしかありません。結合を解除し、すべてのセルに値を入れてください。`;
    case 'formula_without_value':
      return `セル${reason.cell}の数式に、計算した値が保存されていません。Excelで開いて上書き保存するか、数式を値に置き換えてください。`;
    case 'error_value':
      return `セル${reason.cell}がエラー(${reason.value})になっています。正しい値に直してください。`;
    case 'date_or_time':
      return `セル${reason.cell}が日付や時刻になっています(「1-3」などと入れると、Excelが日付に変えます)。セルの書式を「文字列」にしてから入れ直してください。`;
    case 'bad_answer':
      return cellAnswerMessage(reason.error);
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
    case 'repeated_in_file':
      return '同じ通し番号の行が、上のほうにもあります。';
    case 'keyed':
      return 'この通し番号の票は、画面で入力の途中です。この行を外すか、「入力途中の票」で入力を取り消してから取り込んでください。';
    case 'accepted_before':
      return 'この票は、すでに受け付けています。';
    case 'imported_before':
      return 'このファイルのこの行は、前に取り込んでいます。';
    case 'code_repeated':
      return '同じ回答コードの行が、上のほうにもあります。';
    case 'code_used':
      return codeUsed;
    case 'code_refused':
      return codeRefused;
    case 'not_open':
      return notOpen;
    case 'failed':
      return 'システムの不具合のため中断しました。もう一度お試しください。';
    case 'told':
      return reason.text;
  }
}

/**
 * A column of a sheet as a spreadsheet names it, with what it holds.
 * @example sheetColumnName({ kind: 'question', index: 2, number: 2 }) // 'C列(問2)'
 */
export function sheetColumnName(column: SheetColumn): string {
  switch (column.kind) {
    case 'own':
      return `${columnLetters(column.index)}列(${ownColumns[column.holds].heading})`;
    case 'question':
      return `${columnLetters(column.index)}列(問${column.number})`;
    case 'headed':
      return `${columnLetters(column.index)}列「${column.heading}」`;
    case 'bare':
      return `${columnLetters(column.index)}列`;
    case 'missing':
      return `問${column.number}`;
    case 'told':
      return column.text;
  }
}

/** Why an import is not begun. */
export const importRefusals = {
  no_file: '取り込むファイルを選んでください。',
  no_channel: 'データの種類を選んでください。',
  not_open: 'この調査回は、いま回答を取り込めません。受付の開始から結果の確定までの間に取り込めます。',
} as const;

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
