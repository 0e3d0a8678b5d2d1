import type { Readable } from 'node:stream';
import { SheetError, type SheetRow } from '#app/fielding/ports.ts';
import { readDateStyles } from '#app/outside/sheets/date-styles.ts';
import { readMergedCells } from '#app/outside/sheets/merged-cells.ts';
import { createRowCollector } from '#app/outside/sheets/row-collector.ts';
import { TextPlace } from '#app/outside/sheets/text-place.ts';
import {
  openWorkbook,
  parsePart,
  parseWholePart,
  type WorkbookFile,
} from '#app/outside/sheets/workbook-file.ts';

/** Excel keeps each different text once; more characters than this in all are refused. */
const maximumTextLength = 100_000_000;

/**
 * Reads the first sheet of an Excel workbook row by row: only the texts that Excel shares between cells are
 * held in memory. Formulas give the value they were saved with; furigana is left out. Cells that do not hold
 * what they show (merged ones, formulas without a value, dates) are faults of their rows.
 * @throws {SheetError} when the file is no workbook
 */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  const workbook = await openWorkbook(path);
  try {
    const { name, dayZeroMs } = await findFirstSheet(workbook);
    const context = {
      texts: await readSharedTexts(workbook),
      dateStyles: await readDateStyles(workbook),
      dayZeroMs,
      mergedCells: await readMergedCells(await openSheet(workbook, name)),
    };
    const rows: SheetRow[] = [];
    const collector = createRowCollector(context, rows);
    for await (const _ of parsePart(await openSheet(workbook, name), collector)) yield* rows.splice(0);
  } finally {
    workbook.close();
  }
}

async function openSheet(workbook: WorkbookFile, name: string): Promise<Readable> {
  const sheet = await workbook.open(name);
  if (!sheet) throw new SheetError('workbook_without_sheet');
  return sheet;
}

/** The name of the first sheet's part, and the day from which its workbook counts dates. */
async function findFirstSheet(
  workbook: WorkbookFile,
): Promise<{ readonly name: string; readonly dayZeroMs: number }> {
  let relation: string | undefined;
  let target: string | undefined;
  let isFrom1904 = false;
  const ignore = () => undefined;
  const book = await workbook.open('xl/workbook.xml');
  const relations = await workbook.open('xl/_rels/workbook.xml.rels');
  if (!book || !relations) throw new SheetError('not_a_workbook');
  await parseWholePart(book, {
    onOpen(name, attributes) {
      if (name === 'sheet') relation ??= attributes['r:id'];
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
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
  return {
    name: target?.startsWith('/') ? target.slice(1) : `xl/${target ?? ''}`,
    dayZeroMs: isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
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
      if (length > maximumTextLength) throw new SheetError('too_much_text');
      texts.push(text);
    },
  });
  return texts;
}
