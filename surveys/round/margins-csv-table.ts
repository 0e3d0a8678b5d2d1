/** What templates write before a text that a spreadsheet would take for a formula. */
const formulaGuard = /^'(?=[=+\-@\t\r＝＋－＠])/;

/**
 * Splits CSV text into rows of cells (RFC 4180: quoted cells may hold commas, quotes and line breaks).
 *
 * A byte order mark is dropped, and so is the apostrophe that keeps a formula from running; blank lines are skipped,
 * cells are not trimmed. A quote left open takes the
 * rest of the text as its cell; the caller's checks then refuse the row.
 * @example parseCsvTable('a,"b""c"\n\nd') // [['a', 'b"c'], ['d']]
 */
export function parseCsvTable(text: string): readonly (readonly string[])[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.replace(formulaGuard, ''));
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === ',') endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
