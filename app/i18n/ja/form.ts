/** Words around form fields, on residents' and staff pages alike; each locale brings its own. */
export interface FormWords {
  readonly required: string;
  readonly optional: string;
  /** Read out before an error message; the eye sees the red frame instead. */
  readonly error: string;
  readonly notApplicable: string;
  readonly chooseMany: string;
  readonly chooseUpTo: (n: number) => string;
  readonly numberRange: (min: number, max: number) => string;
  /** The three fields of a date, an example of one, and the days that may be answered, where they are limited. */
  readonly date: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly example: (day: string) => string;
    readonly range: (earliest: string | undefined, latest: string | undefined) => string;
  };
  readonly maxLength: (n: number) => string;
  readonly remainingLength: (n: number) => string;
  readonly excessLength: (n: number) => string;
  readonly questionNumber: (n: number) => string;
}

export const formWords: FormWords = {
  required: '必須',
  optional: '任意',
  error: 'エラー:',
  notApplicable: '該当なし',
  chooseMany: 'あてはまるものをすべて選んでください。',
  chooseUpTo: (n) => `${n}つまで選べます。`,
  numberRange: (min, max) => `${min}から${max}までの数で答えてください。`,
  date: {
    year: '年',
    month: '月',
    day: '日',
    example: (day) => `例: ${day}`,
    range: (earliest = '', latest = '') =>
      `${earliest && `${earliest}から`}${latest && `${latest}まで`}の日を入力してください。`,
  },
  maxLength: (n) => `${n}文字まで`,
  remainingLength: (n) => `あと${n}文字書けます。`,
  excessLength: (n) => `${n}文字多すぎます。`,
  questionNumber: (n) => `問${n}`,
};
