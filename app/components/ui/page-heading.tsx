import type { ReactNode } from 'react';
import { Furigana } from '#app/components/ui/furigana.tsx';

interface PageHeadingProps {
  /** A line above: which questionnaire, plan or part the page belongs to. */
  readonly over?: string;
  readonly children: ReactNode;
}

export function PageHeading({ over, children }: PageHeadingProps) {
  return (
    <h1 className="mt-4 mb-4 text-[1.75rem] leading-[1.4] font-700">
      {over && (
        <span className="block text-base font-400 text-solid-gray-700">
          <Furigana text={over} />
        </span>
      )}
      {children}
    </h1>
  );
}
