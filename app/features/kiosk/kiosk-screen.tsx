import { useCallback, useEffect, useState } from 'react';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import type { KioskRound, KioskView } from '#app/features/kiosk/kiosk-view.ts';
import { KioskVisit } from '#app/features/kiosk/kiosk-visit.tsx';
import { useAnswerKeeper } from '#app/features/kiosk/use-answer-keeper.ts';
import { isAnonymousAudience } from '#app/i18n/ja/answer.ts';
import { kioskWords as words } from '#app/i18n/ja/kiosk.ts';

/** How often an idle tablet asks whether it should show something else. */
const lookMs = 30_000;

/** The tablet between visits and during one; every visit begins with an empty form. */
export function KioskScreen({ view }: { readonly view: Exclude<KioskView, { kind: 'unpaired' }> }) {
  const [visit, setVisit] = useState<number>();
  const [nVisits, setNVisits] = useState(0);
  const { nWaiting, submit } = useAnswerKeeper();
  const end = useCallback(() => {
    setVisit(undefined);
    scrollTo(0, 0);
  }, []);
  useFreshPage(view.stamp, visit === undefined);
  const begin = () => {
    setNVisits(nVisits + 1);
    setVisit(nVisits);
    // Where the browser refuses, the page fills its window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <>
      {view.kind === 'ready' && view.round.isDemo && <DemoBanner />}
      <main id="main" className="kiosk">
        {view.kind === 'waiting' ? (
          <>
            <PageHeading>{words.waitingTitle}</PageHeading>
            <p>{words.waiting}</p>
          </>
        ) : visit === undefined ? (
          <Welcome round={view.round} onBegin={begin} />
        ) : (
          <KioskVisit key={visit} round={view.round} submit={submit} onEnd={end} />
        )}
      </main>
      <footer className="kiosk-foot">
        {view.deviceName}
        {nWaiting > 0 && <span data-waiting={nWaiting}>{words.unsent(nWaiting)}</span>}
      </footer>
    </>
  );
}

function Welcome({ round, onBegin }: { readonly round: KioskRound; readonly onBegin: () => void }) {
  return (
    <>
      <PageHeading over={round.wardOffice}>{round.title}</PageHeading>
      <p className="my-6">{words.touch}</p>
      <button type="button" className="button button-solid" onClick={onBegin}>
        {words.begin}
      </button>
      <p className="my-6 font-700">{words.time(round.minutes, round.nQuestions)}</p>
      <p className="my-4">{round.purpose}</p>
      <p className="my-4">{isAnonymousAudience(round.audience) ? words.anonymous : words.attributed}</p>
      <noscript>
        <p className="my-4 font-700">{words.needsScript}</p>
      </noscript>
    </>
  );
}

/** Loads the page anew when staff chose another round, and never shows one kept by the browser. */
function useFreshPage(stamp: string, isIdle: boolean): void {
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
        if (current.stamp !== stamp) location.reload();
      } catch {
        // Without a line the tablet goes on as it is.
      }
    };
    const timer = setInterval(() => void look(), lookMs);
    return () => clearInterval(timer);
  }, [stamp, isIdle]);
}
