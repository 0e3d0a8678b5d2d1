import type { ReactNode } from 'react';
import { formatTarget } from '#app/components/figure/figure-words.ts';
import { TextList } from '#app/components/ui/text-list.tsx';
import type { PdcaSheet, SectionSheet } from '#surveys/evaluation/build-evaluation.ts';
import { formatEra } from '#surveys/plan/fiscal-year.ts';

/** めざす姿 with its sub-items, as on the first slide of a section. */
export function Vision({ section, heading }: { section: SectionSheet['section']; heading: string }) {
  return (
    <>
      <ul className="my-4">
        {section.subItems.map(({ number, text }) => (
          <li key={number} className="text-lg">
            {number} {text}
          </li>
        ))}
      </ul>
      <section className="rounded-8 bg-key-50 p-4" aria-labelledby="vision">
        <h2 id="vision" className="mb-2 text-xl font-700">
          {heading}
        </h2>
        {section.vision.lead && <p className="mb-1">{section.vision.lead}</p>}
        <TextList items={section.vision.items} />
      </section>
    </>
  );
}

/** 業績目標 of a section: wording and target of each indicator. */
export function Targets({ indicators }: { indicators: SectionSheet['indicators'] }) {
  return (
    <ul className="space-y-2">
      {indicators.map(({ indicator }) => (
        <li key={indicator.id}>
          {indicator.label} {indicator.wording}:{' '}
          <strong className="whitespace-nowrap">{formatTarget(indicator.target)}</strong>
        </li>
      ))}
    </ul>
  );
}

interface RecordedTextsProps {
  readonly pdca: PdcaSheet;
  readonly kind: 'plan' | 'do' | 'act';
  readonly heading: string;
  readonly fiscalYear: number;
}

/** The ward's sentences; where the source has none, or nothing is recorded yet, that is said. */
export function RecordedTexts({ pdca, kind, heading, fiscalYear }: RecordedTextsProps) {
  if (pdca.state === 'none_recorded') {
    return <Silence>{formatEra(fiscalYear).long}の記録はまだありません。</Silence>;
  }
  const texts = pdca[kind];
  if (texts === null) return <Silence>資料に「{heading}」の記載はありません。</Silence>;
  return (
    <>
      <TextList items={texts} />
      {kind === 'do' && pdca.captions && (
        <p className="mt-2 text-sm text-solid-gray-700">資料の写真: {pdca.captions.join('、')}</p>
      )}
    </>
  );
}

function Silence({ children }: { children: ReactNode }) {
  return <p className="text-solid-gray-700">{children}</p>;
}
