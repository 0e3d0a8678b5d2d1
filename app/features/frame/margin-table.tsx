import { Table } from '#app/components/ui/table.tsx';
import { type CategoryLabels, labelIn } from '#app/features/frame/category-labels.ts';
import { dimensionName, marginName } from '#app/features/frame/frame-words.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import { type FrameMargin, listCategories, nameMargin } from '#surveys/round/frame.ts';

const cellClass = 'text-right tabular-nums';

interface MarginTableProps {
  readonly margin: FrameMargin;
  readonly labels: CategoryLabels;
}

/** Population of a margin with its totals: the dimension with fewer categories goes across. */
export function MarginTable({ margin, labels }: MarginTableProps) {
  const [first = 'age', second] = margin.by;
  if (second === undefined) return <SimpleTable margin={margin} labels={labels} />;
  const isFirstAcross = listCategories(margin, first).size <= listCategories(margin, second).size;
  const [across, down] = isFirstAcross ? [first, second] : [second, first];
  const columns = [...listCategories(margin, across)];
  const rows = [...listCategories(margin, down)];
  const labelOf = labelIn(labels);
  const sum = (column: string | null, row: string | null) =>
    margin.categories.reduce((total, { key, population }) => {
      const isIn =
        (column === null || key[margin.by.indexOf(across)] === column) &&
        (row === null || key[margin.by.indexOf(down)] === row);
      return isIn ? total + population : total;
    }, 0);
  const line = (row: string | null) => (
    <>
      {[...columns, null].map((column) => (
        <td key={column ?? 'sum'} className={cellClass}>
          {formatCount(sum(column, row))}
        </td>
      ))}
    </>
  );
  return (
    <Table caption={`${marginName(nameMargin(margin))}の人口(人)`}>
      <thead>
        <tr>
          <th scope="col">{dimensionName(down)}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="text-right">
              {labelOf(across, column)}
            </th>
          ))}
          <th scope="col" className="text-right">
            計
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{labelOf(down, row)}</th>
            {line(row)}
          </tr>
        ))}
        <tr>
          <th scope="row">計</th>
          {line(null)}
        </tr>
      </tbody>
    </Table>
  );
}

function SimpleTable({ margin, labels }: MarginTableProps) {
  const [dimension = 'area'] = margin.by;
  const total = margin.categories.reduce((sum, { population }) => sum + population, 0);
  return (
    <Table caption={`${dimensionName(dimension)}ごとの人口(人)`}>
      <thead>
        <tr>
          <th scope="col">{dimensionName(dimension)}</th>
          <th scope="col" className="text-right">
            人口
          </th>
        </tr>
      </thead>
      <tbody>
        {margin.categories.map(({ key: [code = ''], population }) => (
          <tr key={code}>
            <th scope="row">{labelIn(labels)(dimension, code)}</th>
            <td className={cellClass}>{formatCount(population)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">計</th>
          <td className={cellClass}>{formatCount(total)}</td>
        </tr>
      </tbody>
    </Table>
  );
}
