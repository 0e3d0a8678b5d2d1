import { createContext, type ReactNode, useContext } from 'react';
import { japanese, type ResidentWords } from '#app/i18n/ja/words.ts';

const WordsContext = createContext<ResidentWords>(japanese);

interface WordsProviderProps {
  readonly words: ResidentWords;
  readonly children: ReactNode;
}

/** Gives every component of a resident's page the words of its language; elsewhere they are Japanese. */
export function WordsProvider({ words, children }: WordsProviderProps) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export const useWords = (): ResidentWords => useContext(WordsContext);
