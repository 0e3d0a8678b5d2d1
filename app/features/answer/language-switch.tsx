import { control } from '#app/features/answer/control-fields.ts';
import { type Language, switchValue } from '#app/features/answer/language.ts';
import { languageNames, languageTags } from '#app/i18n/language-names.ts';
import type { Locale } from '#surveys/text.ts';

interface LanguageLinksProps {
  readonly language: Language;
  readonly hrefOf: (locale: Locale) => string;
}

/** The page's other languages, each by its own name, where nothing has been filled in. */
export function LanguageLinks({ language, hrefOf }: LanguageLinksProps) {
  return othersOf(language).map((locale) => (
    <a
      key={locale}
      className="inline-block px-2 py-2.5"
      href={hrefOf(locale)}
      lang={languageTags[locale]}
      hrefLang={languageTags[locale]}
    >
      {languageNames[locale]}
    </a>
  ));
}

interface LanguageButtonsProps {
  readonly language: Language;
  /** The form whose fields are kept while the language changes. */
  readonly formId: string;
}

/** As `LanguageLinks`, on a page with a form: what is filled in comes along. */
export function LanguageButtons({ language, formId }: LanguageButtonsProps) {
  const others = othersOf(language);
  if (others.length === 0) return null;
  return (
    <>
      {/* The Enter key presses a form's first button, which must not be one that changes the language. */}
      <button type="submit" form={formId} className="sr-only" tabIndex={-1} aria-hidden="true" />
      {others.map((locale) => (
        <button
          key={locale}
          type="submit"
          form={formId}
          name={control.go}
          value={switchValue(locale)}
          formNoValidate
          className="px-2 py-2.5 underline"
          lang={languageTags[locale]}
        >
          {languageNames[locale]}
        </button>
      ))}
    </>
  );
}

const othersOf = ({ locale, offered }: Language) => offered.filter((other) => other !== locale);
