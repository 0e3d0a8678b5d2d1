import { Furigana } from '#app/components/ui/furigana.tsx';

interface ProgressProps {
  readonly value: number;
  readonly max: number;
  /** The same in words: 「3/7ページ」. */
  readonly label: string;
}

export function Progress({ value, max, label }: ProgressProps) {
  return (
    <div className="my-4">
      <p id="progress-label" className="text-sm">
        <Furigana text={label} />
      </p>
      <progress className="progress" value={value} max={max} aria-labelledby="progress-label" />
    </div>
  );
}
