import { useCallback, useEffect, useState } from 'react';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useWords, WordsProvider } from '#app/components/ui/words-context.tsx';
import { KioskFoot } from '#app/features/kiosk/kiosk-foot.tsx';
import { KioskLanguages } from '#app/features/kiosk/kiosk-languages.tsx';
import { KioskVisit } from '#app/features/kiosk/kiosk-visit.tsx';
import { useAnswerKeeper } from '#app/features/kiosk/use-answer-keeper.ts';
import { idleSeconds, useIdle } from '#app/features/kiosk/use-idle.ts';
import type { KioskRound, KioskView } from '#app/fielding/devices/load-kiosk.ts';
import { kioskStaffWords } from '#app/i18n/ja/kiosk.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** How often an idle tablet asks whether it should show something else. */
const lookMs = 30_000;

/** The tablet between visits and during one; every visit begins in Japanese with an empty form. */
export function KioskScreen({ view }: { readonly view: Exclude<KioskView, { kind: 'unpaired' }> }) {
  const [visit, setVisit] = useState<number>();
  const [nVisits, setNVisits] = useState(0);
  const [locale, setLocale] = useState<Locale>('ja');
  const { waiting, submit } = useAnswerKeeper();
  const end = useCallback(() => {
    setVisit(undefined);
    setLocale('ja');
    scrollTo(0, 0);
  }, []);
  const isOutdated = useFreshPage(view.stamp, {
    isIdle: visit === undefined,
    isPageNeeded: waiting.isPageNeeded,
  });
  useLanguageOfPage(locale);
  // Somebody chose a language and went away: the next one finds Japanese again.
  const isLeft = visit === undefined && locale !== 'ja';
  useIdle({ isActive: isLeft, limitSeconds: idleSeconds, onIdle: end });
  const begin = () => {
    setNVisits(nVisits + 1);
    setVisit(nVisits);
    // Where the browser refuses, the page fills its window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <WordsProvider words={wordsOf(locale)}>
      {view.kind === 'ready' && <Frame round={view.round} locale={locale} onChoose={setLocale} />}
      <main id="main" className="kiosk">
        {view.kind === 'waiting' || (isOutdated && visit === undefined) ? (
          <>
            <PageHeading>{kioskStaffWords.waitingTitle}</PageHeading>
            <p>{kioskStaffWords.waiting}</p>
          </>
        ) : visit === undefined ? (
          <Welcome round={view.round} onBegin={begin} />
        ) : (
          <KioskVisit key={visit} round={view.round} submit={submit} onEnd={end} />
        )}
      </main>
      <KioskFoot deviceName={view.deviceName} waiting={waiting} />
    </WordsProvider>
  );
}

interface FrameProps {
  readonly round: KioskRound;
  readonly locale: Locale;
  readonly onChoose: (locale: Locale) => void;
}

/** Stands above every screen of a visit: that it is a demo, and the languages. */
function Frame({ round, locale, onChoose }: FrameProps) {
  const { frame } = useWords();
  return (
    <>
      {round.isDemo && <DemoBanner words={frame} locale={locale} />}
      <KioskLanguages languages={round.languages} current={locale} onChoose={onChoose} />
    </>
  );
}

interface WelcomeProps {
  readonly round: KioskRound;
  readonly onBegin: () => void;
}

function Welcome({ round, onBegin }: WelcomeProps) {
  const { locale, kiosk: words } = useWords();
  const lines = [
    localize(round.purpose, locale),
    isAnonymous(round.audience) ? words.anonymous : words.attributed,
  ];
  return (
    <>
      <PageHeading over={round.wardOffice}>
        <Furigana text={localize(round.title, locale)} />
      </PageHeading>
      <p className="my-6">
        <Furigana text={words.touch} />
      </p>
      <button type="button" className="button button-solid" onClick={onBegin}>
        <Furigana text={words.begin} />
      </button>
      <p className="my-6 font-700">
        <Furigana text={words.time(round.minutes, round.nQuestions)} />
      </p>
      {lines.map((line) => (
        <p key={line} className="my-4">
          <Furigana text={line} />
        </p>
      ))}
      <noscript>
        <p className="my-4 font-700">{kioskStaffWords.needsScript}</p>
      </noscript>
    </>
  );
}

/** The page says its language, so that it is read out and broken into lines accordingly. */
function useLanguageOfPage(locale: Locale): void {
  useEffect(() => {
    document.documentElement.lang = languageTags[locale];
  }, [locale]);
}

/**
 * Loads the page anew when staff chose another round, and never shows one kept by the browser. True while it is
 * outdated, but holds the only copy of a finished answer and must stay.
 */
function useFreshPage(
  stamp: string,
  { isIdle, isPageNeeded }: { readonly isIdle: boolean; readonly isPageNeeded: boolean },
): boolean {
  const [isOutdated, setIsOutdated] = useState(false);
  useEffect(() => {
    const reloadKept = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    addEventListener('pageshow', reloadKept);
    return () => removeEventListener('pageshow', reloadKept);
  }, []);
  useEffect(() => {
    if (!isIdle) return;
    const look = async () => {
      try {
        const response = await fetch('/kiosk/answers', { cache: 'no-store' });
        const current = (await response.json()) as { readonly stamp: string };
        if (current.stamp === stamp) setIsOutdated(false);
        else if (isPageNeeded) setIsOutdated(true);
        else location.reload();
      } catch {
        // Without a line the tablet goes on as it is.
      }
    };
    const timer = setInterval(() => void look(), lookMs);
    return () => clearInterval(timer);
  }, [stamp, isIdle, isPageNeeded]);
  return isOutdated;
}
