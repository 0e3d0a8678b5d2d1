import type { ReactNode } from 'react';

interface TableProps {
  readonly caption: ReactNode;
  /** Seen by screen readers only, where a heading above already says it. */
  readonly isCaptionHidden?: boolean;
  /** On a phone every row becomes a card; its cells then name their column themselves. */
  readonly isStacking?: boolean;
  /** `thead` and `tbody`; cells are styled from here. */
  readonly children: ReactNode;
}

/** A table that scrolls sideways by itself on a narrow screen, also by keyboard. */
export function Table({ caption, isCaptionHidden = false, isStacking = false, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label={typeof caption === 'string' ? caption : '表'} tabIndex={0}>
      <table className={isStacking ? 'table table-stacking' : 'table'}>
        <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left font-700'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
