import type { ReactNode } from 'react';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { WordsProvider } from '#app/components/ui/words-context.tsx';
import type { RoundHead } from '#app/fielding/answer/round-head.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import type { Locale } from '#surveys/text.ts';

interface ResidentPageProps {
  readonly head: RoundHead;
  readonly locale: Locale;
  /** The ways to the page's other languages. */
  readonly languageSwitch?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a resident's page: who asks, the language switch, then the page's one thing to do. */
export function ResidentPage({ head, locale, languageSwitch, children }: ResidentPageProps) {
  const words = wordsOf(locale);
  const { frame } = words;
  return (
    <WordsProvider words={words}>
      {head.isDemo && <DemoBanner words={frame} locale={locale} />}
      <header className="mx-auto flex max-w-2xl flex-wrap items-baseline justify-between px-4 pt-3 text-sm">
        <span className="text-solid-gray-700" lang="ja">
          {head.wardOffice}
        </span>
        <span>{languageSwitch}</span>
      </header>
      <main id="main" className="mx-auto max-w-2xl px-4 pb-16">
        {children}
      </main>
    </WordsProvider>
  );
}
