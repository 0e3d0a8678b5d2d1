interface TextListProps {
  readonly items: readonly string[];
}

/** Sentences of a document as bullets; a single one stands as a paragraph. */
export function TextList({ items }: TextListProps) {
  if (items.length === 1) return <p>{items[0]}</p>;
  return (
    <ul className="list-disc space-y-1 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
