import { Furigana } from '#app/components/ui/furigana.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';

interface DemoBannerProps {
  readonly label?: string;
  readonly message?: string;
}

/** Stands on every page that shows a demo plan or round. */
export function DemoBanner({
  label = 'デモ',
  message = 'これは動作を試すための画面です。此花区の実際の調査や結果ではありません。',
}: DemoBannerProps) {
  return (
    <aside aria-label={withoutFurigana(label)} className="bg-yellow-300 px-4 py-2 text-black">
      <strong>
        <Furigana text={label} />
      </strong>{' '}
      <Furigana text={message} />
    </aside>
  );
}
