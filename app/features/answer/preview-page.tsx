import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { inLanguage, type Language } from '#app/features/answer/language.ts';
import { LanguageLinks } from '#app/features/answer/language-switch.tsx';
import { Questions } from '#app/features/answer/question-form.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { StartFacts } from '#app/features/answer/start-form.tsx';
import type { RoundHead } from '#app/fielding/answer/round-head.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

interface PreviewPageProps {
  readonly head: RoundHead;
  readonly facts: Parameters<typeof StartFacts>[0];
  readonly language: Language;
  /** 0 is the start page, then a screen for each page of questions. */
  readonly screen: number;
  readonly pages: readonly Page[];
  readonly numbers: { readonly [questionId: string]: number };
}

/** One screen as a resident sees it, without anything that could send an answer. */
export function PreviewPage({ head, facts, language, screen, pages, numbers }: PreviewPageProps) {
  const { locale } = language;
  const page = pages[screen - 1];
  const hrefOf = (other: number, inLocale = locale) =>
    inLanguage(`/staff/rounds/${head.roundId}/preview?screen=${other}`, inLocale);
  return (
    <div lang={languageTags[locale]}>
      <ResidentPage
        head={head}
        locale={locale}
        languageSwitch={<LanguageLinks language={language} hrefOf={(other) => hrefOf(screen, other)} />}
      >
        {page ? (
          <>
            <PageHeading>
              <Furigana text={localize(page.title, locale)} />
            </PageHeading>
            <Questions pages={[page]} numbers={numbers} filled={{ values: {}, errors: [] }} />
          </>
        ) : (
          <>
            <PageHeading>
              <Furigana text={head.title} />
            </PageHeading>
            <StartFacts {...facts} />
          </>
        )}
        <nav aria-label="確認用の画面送り" className="mt-8 flex flex-wrap gap-4" lang="ja">
          {screen < pages.length && (
            <a
              className="button button-solid"
              href={hrefOf(screen + 1)}
              lang={screen === 0 ? languageTags[locale] : 'ja'}
            >
              <Furigana text={screen === 0 ? wordsOf(locale).answer.start.begin : '次の画面'} />
            </a>
          )}
          {screen > 0 && (
            <a className="button" href={hrefOf(screen - 1)}>
              前の画面
            </a>
          )}
        </nav>
      </ResidentPage>
    </div>
  );
}
