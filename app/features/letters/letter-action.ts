import { formatSerial } from '#app/features/letters/format-serial.ts';

/** What can be done with one letter. */
export const letterActions = ['void', 'returned', 'reissue'] as const;
export type LetterAction = (typeof letterActions)[number];

/** What was done with a letter, for its clerk. */
export function letterActionWords(action: LetterAction, serial: number): string {
  const name = `整理番号 ${formatSerial(serial)}`;
  switch (action) {
    case 'void':
      return `${name}を取り消しました。この回答コードでは回答できません。`;
    case 'returned':
      return `${name}を返送扱いにしました。この回答コードでは回答できません。`;
    case 'reissue':
      return `${name}を取り消し、代わりの回答コードを1通つくりました。下の表の最後の行から印刷してください。`;
  }
}
