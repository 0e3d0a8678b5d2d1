import { SheetError, type SheetRow } from '#app/.server/sheets/sheet-error.ts';
import {
  openWorkbook,
  parsePart,
  parseWholePart,
  type WorkbookFile,
} from '#app/.server/sheets/workbook-file.ts';

/** Excel keeps each different text once; more characters than this in all are refused. */
const maximumTextLength = 100_000_000;

/**
 * Reads the first sheet of an Excel workbook row by row: only the texts that Excel shares between cells are
 * held in memory. Formulas give the value they were saved with; furigana is left out.
 * @throws {SheetError} when the file is no workbook
 */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  const workbook = await openWorkbook(path);
  try {
    const sheet = await workbook.open(await findFirstSheet(workbook));
    if (!sheet) throw new SheetError('Excelファイルにシートがありません。');
    const texts = await readSharedTexts(workbook);
    const rows: SheetRow[] = [];
    for await (const _ of parsePart(sheet, createRowCollector(texts, rows))) yield* rows.splice(0);
  } finally {
    workbook.close();
  }
}

async function findFirstSheet(workbook: WorkbookFile): Promise<string> {
  let relation: string | undefined;
  let target: string | undefined;
  const ignore = () => undefined;
  const book = await workbook.open('xl/workbook.xml');
  const relations = await workbook.open('xl/_rels/workbook.xml.rels');
  if (!book || !relations) throw new SheetError('Excelファイルではありません。');
  await parseWholePart(book, {
    onOpen(name, attributes) {
      if (name === 'sheet') relation ??= attributes['r:id'];
    },
    onText: ignore,
    onClose: ignore,
  });
  await parseWholePart(relations, {
    onOpen(name, attributes) {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target;
    },
    onText: ignore,
    onClose: ignore,
  });
  return target?.startsWith('/') ? target.slice(1) : `xl/${target ?? ''}`;
}

async function readSharedTexts(workbook: WorkbookFile): Promise<readonly string[]> {
  const part = await workbook.open('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (!part) return texts;
  let text = '';
  let length = 0;
  const place = new TextPlace();
  await parseWholePart(part, {
    onOpen(name) {
      place.enter(name);
      if (name === 'si') text = '';
    },
    onText(piece) {
      if (place.isShown) text += piece;
    },
    onClose(name) {
      place.leave(name);
      if (name !== 'si') return;
      length += text.length;
      if (length > maximumTextLength) throw new SheetError('ファイルの文字数が多すぎます。');
      texts.push(text);
    },
  });
  return texts;
}

/** Tells text that a cell shows from furigana, which Excel keeps beside it. */
class TextPlace {
  #isText = false;
  #isFurigana = false;

  get isShown() {
    return this.#isText && !this.#isFurigana;
  }

  enter(name: string) {
    if (name === 't') this.#isText = true;
    if (name === 'rPh') this.#isFurigana = true;
  }

  leave(name: string) {
    if (name === 't') this.#isText = false;
    if (name === 'rPh') this.#isFurigana = false;
  }
}

function createRowCollector(texts: readonly string[], rows: SheetRow[]) {
  let rowNo = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let text = '';
  let isValue = false;
  const place = new TextPlace();
  return {
    onOpen(name: string, attributes: Readonly<Record<string, string>>) {
      place.enter(name);
      if (name === 'row') {
        rowNo = attributes.r === undefined ? rowNo + 1 : Number(attributes.r);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        text = '';
      } else if (name === 'v') isValue = true;
    },
    onText(piece: string) {
      if (isValue || place.isShown) text += piece;
    },
    onClose(name: string) {
      place.leave(name);
      if (name === 'v') isValue = false;
      else if (name === 'c') {
        while (cells.length < column) cells.push('');
        cells[column] = cellValue(type, text, texts);
      } else if (name === 'row') rows.push({ rowNo, cells });
    },
  };
}

const maximumColumns = 16_384;

/** The place of a cell from 0 by its name: C7 is 2. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column < 0 || column >= maximumColumns)
    throw new SheetError('Excelファイルのセル番号が読み取れません。');
  return column;
}

function cellValue(type: string, text: string, texts: readonly string[]): string {
  switch (type) {
    case 's':
      return texts[Number(text)] ?? '';
    case 'n':
      // Excel writes 0.1 + 0.2 with all its digits; the shortest text of the same number is what it shows.
      return text === '' ? '' : String(Number(text));
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    default:
      return text;
  }
}
