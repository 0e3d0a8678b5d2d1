import type { ReactNode } from 'react';

interface PdcaBlockProps {
  readonly letter: 'P' | 'D' | 'C' | 'A';
  readonly title: string;
  readonly children: ReactNode;
}

/** One letter of the cycle as the ward's slides set it: the letter in a square beside its heading. */
export function PdcaBlock({ letter, title, children }: PdcaBlockProps) {
  return (
    <section className="my-8 print:my-2" aria-labelledby={`pdca-${letter}`}>
      <h2
        id={`pdca-${letter}`}
        className="mb-3 flex items-center gap-3 border-b-2 border-key-900 pb-2 text-xl font-700"
      >
        <span className="grid size-10 shrink-0 place-items-center rounded-4 bg-key-900 text-white">
          {letter}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
