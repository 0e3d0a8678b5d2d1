import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { type CategoryLabels, labelIn } from '#app/features/frame/category-labels.ts';
import { weightingNames } from '#app/features/frame/frame-words.ts';
import { MarginTable } from '#app/features/frame/margin-table.tsx';
import { type EmptyCategoryText, type FramePreview, mergeText } from '#app/features/frame/preview-frame.ts';
import { formatCount, formatDay } from '#app/i18n/ja/office.ts';
import { type Frame, nameMargin } from '#surveys/round/frame.ts';

interface FrameSheetProps {
  readonly preview: FramePreview;
  readonly labels: CategoryLabels;
  /** The merge plan is left out where it stands in a form beside. */
  readonly hasMergePlan: boolean;
}

/** A frame as it will be used: source, totals, population tables, checks, merge plan. */
export function FrameSheet({ preview, labels, hasMergePlan }: FrameSheetProps) {
  const { frame, problems, thin, nExpected, otherPopulation } = preview;
  const population = frame.strata.reduce((sum, stratum) => sum + stratum.population, 0);
  return (
    <>
      {problems.length > 0 && (
        <Notice kind="error" title="このままでは使えません">
          <ul className="list-disc pl-6">
            {problems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: '人口の出どころ', description: frame.source },
          { term: 'いつの人口か', description: formatDay(frame.asOf) },
          { term: '対象の人口', description: `${formatCount(population)}人` },
          { term: '補正の方法', description: weightingNames[frame.weighting] },
          { term: '人口にない回答', description: <Unmatched frame={frame} labels={labels} /> },
          ...(hasMergePlan
            ? [{ term: '区分のまとめ方', description: <MergePlan frame={frame} labels={labels} /> }]
            : []),
        ]}
      />
      {otherPopulation !== null && (
        <Notice kind="warning" title="調査回の「対象の数」と違います">
          <p>
            調査回では{formatCount(otherPopulation)}人、ここでは{formatCount(population)}
            人です。対象の年齢と日付が同じかお確かめください。
          </p>
        </Notice>
      )}
      {thin.length > 0 && (
        <Notice kind="warning" title="回答が入らないおそれのある区分があります">
          <p>回答を{formatCount(nExpected ?? 0)}件と見込むと、次の区分は1件に届きません。</p>
          <EmptyCategories items={thin} />
        </Notice>
      )}
      <Strata frame={frame} />
      {frame.margins.map((margin) => (
        <MarginTable key={nameMargin(margin)} margin={margin} labels={labels} />
      ))}
    </>
  );
}

export function EmptyCategories({ items }: { readonly items: readonly EmptyCategoryText[] }) {
  return (
    <ul className="list-disc pl-6">
      {items.map(({ category, offer }) => (
        <li key={category}>
          {category}
          {offer !== null && `。候補: ${offer}`}
        </li>
      ))}
    </ul>
  );
}

function Unmatched({ frame, labels }: { readonly frame: Frame; readonly labels: CategoryLabels }) {
  if (frame.unmatched.length === 0) return <>なし</>;
  const names = frame.unmatched.map(({ dimension, value }) => `「${labelIn(labels)(dimension, value)}」`);
  return <>{names.join('')}は、無回答と同じに扱います。</>;
}

function MergePlan({ frame, labels }: { readonly frame: Frame; readonly labels: CategoryLabels }) {
  if (frame.merges.length === 0) return <>なし</>;
  return (
    <ol className="list-decimal pl-6">
      {frame.merges.map((merge) => (
        <li key={`${merge.dimension}/${merge.from}/${merge.into}`}>{mergeText(merge, labels)}</li>
      ))}
    </ol>
  );
}

function Strata({ frame: { strata } }: { readonly frame: Frame }) {
  if (strata.length === 1) return null;
  return (
    <Table caption="層ごとの人口と発送数">
      <thead>
        <tr>
          <th scope="col">層</th>
          <th scope="col" className="text-right">
            人口(人)
          </th>
          <th scope="col" className="text-right">
            発送数(通)
          </th>
        </tr>
      </thead>
      <tbody>
        {strata.map(({ id, population, nIssued }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td className="text-right tabular-nums">{formatCount(population)}</td>
            <td className="text-right tabular-nums">{nIssued === null ? '-' : formatCount(nIssued)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
