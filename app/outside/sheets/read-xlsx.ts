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
    const name = await findFirstSheet(workbook);
    const context = {
      texts: await readSharedTexts(workbook),
      dateStyles: await readDateStyles(workbook),
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

async function findFirstSheet(workbook: WorkbookFile): Promise<string> {
  let relation: string | undefined;
  let target: string | undefined;
  const ignore = () => undefined;
  const book = await workbook.open('xl/workbook.xml');
  const relations = await workbook.open('xl/_rels/workbook.xml.rels');
  if (!book || !relations) throw new SheetError('not_a_workbook');
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
      if (length > maximumTextLength) throw new SheetError('too_much_text');
      texts.push(text);
    },
  });
  return texts;
}
