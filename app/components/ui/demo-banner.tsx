import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWard } from '#app/components/ui/ward-context.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { type FrameWords, frameWords } from '#app/i18n/ja/frame.ts';
import { type Locale, localize } from '#surveys/text.ts';

interface DemoBannerProps {
  readonly words?: FrameWords;
  readonly locale?: Locale;
}

/** Stands on every page that shows a demo plan or round. */
export function DemoBanner({ words = frameWords, locale = 'ja' }: DemoBannerProps) {
  const { name } = useWard();
  return (
    <aside aria-label={withoutFurigana(words.demo)} className="bg-yellow-300 px-4 py-2 text-black">
      <strong>
        <Furigana text={words.demo} />
      </strong>{' '}
      <Furigana text={words.demoMessage(localize(name, locale))} />
    </aside>
  );
}
