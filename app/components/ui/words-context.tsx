import { createContext, type ReactNode, useContext } from 'react';
import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import type { Locale } from '#surveys/text.ts';

const WordsContext = createContext<ResidentWords>(wordsOf('ja'));

interface WordsProviderProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** Gives every component of a resident's page the words of its language. */
export function WordsProvider({ locale, children }: WordsProviderProps) {
  return <WordsContext.Provider value={wordsOf(locale)}>{children}</WordsContext.Provider>;
}

export const useWords = (): ResidentWords => useContext(WordsContext);
