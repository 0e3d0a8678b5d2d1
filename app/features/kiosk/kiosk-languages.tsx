import { useWords } from '#app/components/ui/words-context.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { languageNames, languageTags } from '#app/i18n/language-names.ts';
import type { Locale } from '#surveys/text.ts';

interface KioskLanguagesProps {
  readonly languages: readonly Locale[];
  readonly current: Locale;
  readonly onChoose: (locale: Locale) => void;
}

/** The languages of the questionnaire, each by its own name; what is filled in stays when one is chosen. */
export function KioskLanguages({ languages, current, onChoose }: KioskLanguagesProps) {
  const { kiosk: words } = useWords();
  if (languages.length < 2) return null;
  return (
    <nav className="kiosk-languages" aria-label={withoutFurigana(words.chooseLanguage)}>
      {languages.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={languageTags[locale]}
          aria-pressed={locale === current}
          onClick={() => onChoose(locale)}
        >
          {languageNames[locale]}
        </button>
      ))}
    </nav>
  );
}
