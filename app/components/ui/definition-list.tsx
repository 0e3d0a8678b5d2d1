import type { ReactNode } from 'react';

interface DefinitionListProps {
  readonly items: readonly { readonly term: string; readonly description: ReactNode }[];
}

export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="my-4 grid gap-x-6 sm:grid-cols-[max-content_1fr]">
      {items.map(({ term, description }) => (
        <div
          key={term}
          className="border-b border-solid-gray-200 py-2 sm:col-span-2 sm:grid sm:grid-cols-subgrid"
        >
          <dt className="font-700">{term}</dt>
          <dd className="min-w-0">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
