import { parseWholePart, type WorkbookFile } from '#app/outside/sheets/workbook-file.ts';

/** Formats of dates and times that Excel has built in, Japanese ones included (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The cell styles that show a number as a date or time, by their place in the workbook's list. */
export async function readDateStyles(workbook: WorkbookFile): Promise<ReadonlySet<number>> {
  const part = await workbook.open('xl/styles.xml');
  const styles = new Set<number>();
  if (!part) return styles;
  const ownDates = new Set<number>();
  let isInCellStyles = false;
  let nStyles = 0;
  await parseWholePart(part, {
    onOpen(name, attributes) {
      const format = Number(attributes.numFmtId);
      if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) ownDates.add(format);
      if (name === 'cellXfs') isInCellStyles = true;
      if (name !== 'xf' || !isInCellStyles) return;
      if (isBuiltInDate(format) || ownDates.has(format)) styles.add(nStyles);
      nStyles += 1;
    },
    onText: () => undefined,
    onClose(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return styles;
}

/**
 * Whether a number format writes a year, month, day, era or time; words in quotation marks do not count.
 * @example isDateFormat('yyyy"年"m"月"') // true
 */
function isDateFormat(format: string): boolean {
  const elapsed = /\[[hms]+\]/i.test(format);
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').replace(/General|E[+-]/gi, '');
  return elapsed || /[ymdhsge]/i.test(plain);
}
