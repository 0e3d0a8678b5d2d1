/** What a label in a file of counts says of its row: that it adds up all of them, or some. */
export type TotalLabel = 'total' | 'subtotal';

/** Labels of the sum over everybody, as ward and e-Stat tables write it. */
const wholes = new Set(
  [
    '合計 総合計 総計 総数 総人口 全体 全域 全層 全区 区全体 区全域 全地区 全地域 全市 市全体 全町 全年齢 男女計',
    'トータル total totals grandtotal overall all',
  ].flatMap((labels) => labels.split(' ')),
);

/** A sum over some rows: 計 and 小計, alone or with the name of what they add up (東部計, 小計(西部)). */
const part = /計$|総数$|全体$|total$|^(?:小計|合計|総計|subtotal)/;

/**
 * Reads a label as that of a total; null for any other. Width, case, spaces, brackets and other signs do not
 * matter, nor do the units that people are counted in (合計(人)). A name that ends in 計 is taken for a subtotal:
 * a wrong guess is refused where it does not add up, while a total that is taken for a part counts everybody twice.
 * @example readTotalLabel('【合　計】') // 'total'
 * @example readTotalLabel('東部計') // 'subtotal'
 */
export function readTotalLabel(text: string): TotalLabel | null {
  const label = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[人名]$/, '');
  if (wholes.has(label)) return 'total';
  return part.test(label) ? 'subtotal' : null;
}

/** A row of strata and their totals, as a file or a pasted text lists them. */
export interface CountedRow {
  readonly label: string;
  readonly population: number;
  /** Letters; null where the row says none. */
  readonly nIssued: number | null;
}

/** A total that is not the sum of its rows. */
export interface TotalDisagreement<Row> {
  readonly row: Row;
  readonly counted: 'people' | 'letters';
  readonly stated: number;
  readonly summed: number;
}

/**
 * Parts strata from the rows that add them up. A total must be the sum of all strata; a subtotal of all of them, of
 * those above it up to another total or from the first on, or of those below it up to the next total. Letters are
 * compared where the total's row says any; strata without letters count as 0.
 * @returns the strata in their order, never a total; a total without rows to add up disagrees with 0.
 */
export function separateTotals<Row extends CountedRow>(
  rows: readonly Row[],
): { readonly strata: readonly Row[]; readonly disagreements: readonly TotalDisagreement<Row>[] } {
  const kinds = rows.map(({ label }) => readTotalLabel(label));
  const strata = rows.filter((_, index) => kinds[index] === null);
  const all = strata.reduce(addRow, nobody);
  const below = sumsUpToTotal(rows.toReversed(), kinds.toReversed()).reverse();
  const above = sumsUpToTotal(rows, kinds);
  // What was counted before each place where a part may begin, by its people: parts without people do not count.
  const beginnings = new Map([[0, nobody]]);
  let before = nobody;
  const disagreements = rows.flatMap((row, index) => {
    const kind = kinds[index] ?? null;
    if (kind === null) {
      before = addRow(before, row);
      return [];
    }
    const beginning = beginnings.get(before.people - row.population);
    const longer = beginning && subtract(before, beginning);
    beginnings.set(before.people, before);
    const parts = kind === 'total' ? [all] : [above[index], below[index], longer, all];
    return disagreementOf(
      row,
      parts.filter((part) => part !== undefined).filter(({ people }) => people > 0),
    );
  });
  return { strata, disagreements };
}

interface Sum {
  readonly people: number;
  readonly letters: number;
}

const nobody: Sum = { people: 0, letters: 0 };

const addRow = ({ people, letters }: Sum, { population, nIssued }: CountedRow): Sum => ({
  people: people + population,
  letters: letters + (nIssued ?? 0),
});

const subtract = (left: Sum, right: Sum): Sum => ({
  people: left.people - right.people,
  letters: left.letters - right.letters,
});

/** Of every row the sum of the strata before it, as far back as the last total. */
function sumsUpToTotal(rows: readonly CountedRow[], kinds: readonly (TotalLabel | null)[]): Sum[] {
  let sum = nobody;
  return rows.map((row, index) => {
    const before = sum;
    sum = kinds[index] === null ? addRow(sum, row) : nobody;
    return before;
  });
}

/** What a total disagrees with: the first of the parts that it may stand for. Nothing where it is the sum of one. */
function disagreementOf<Row extends CountedRow>(row: Row, parts: readonly Sum[]): TotalDisagreement<Row>[] {
  const { population, nIssued } = row;
  const alike = parts.filter(({ people }) => people === population);
  const [first] = alike;
  if (!first) return [{ row, counted: 'people', stated: population, summed: parts[0]?.people ?? 0 }];
  if (nIssued === null || alike.some(({ letters }) => letters === nIssued)) return [];
  return [{ row, counted: 'letters', stated: nIssued, summed: first.letters }];
}
