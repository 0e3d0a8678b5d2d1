import { useCallback, useEffect, useState } from 'react';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { type Delivery, newKey } from '#app/features/kiosk/answer-keeper.ts';
import { KioskCode } from '#app/features/kiosk/kiosk-code.tsx';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import { KioskQuestions } from '#app/features/kiosk/kiosk-questions.tsx';
import type { KeeperState } from '#app/features/kiosk/use-answer-keeper.ts';
import { idleSeconds, useIdle } from '#app/features/kiosk/use-idle.ts';
import type { KioskRound } from '#app/fielding/devices/load-kiosk.ts';
import type { KioskWords } from '#app/i18n/ja/kiosk.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Locale } from '#surveys/text.ts';

const warnFromSeconds = 15;
const thanksSeconds = 10;

type Phase =
  | { readonly kind: 'code' }
  | { readonly kind: 'questions'; readonly code: string | null }
  | { readonly kind: 'sending' }
  | { readonly kind: 'thanks'; readonly isSent: boolean }
  | { readonly kind: 'refused'; readonly by: Refusal };

type Refusal = Exclude<Delivery, 'accepted' | 'repeated' | 'unsent'>;

interface KioskVisitProps {
  readonly round: KioskRound;
  readonly submit: KeeperState['submit'];
  readonly onEnd: () => void;
}

/** One person's way from the first question to the thanks; leaving it leaves nothing behind. */
export function KioskVisit({ round, submit, onEnd }: KioskVisitProps) {
  const { locale, kiosk: words } = useWords();
  const [phase, setPhase] = useState<Phase>(
    round.asksCode ? { kind: 'code' } : { kind: 'questions', code: null },
  );
  const isAnswering = phase.kind === 'code' || phase.kind === 'questions';
  const secondsLeft = useIdle({ isActive: isAnswering, limitSeconds: idleSeconds, onIdle: onEnd });

  const finish = async (answers: Answers, code: string | null) => {
    setPhase({ kind: 'sending' });
    const key = newKey();
    const delivery = await submit({ key, form: formOf({ roundId: round.id, key, code, answers, locale }) });
    setPhase(phaseAfter(delivery));
  };

  switch (phase.kind) {
    case 'code':
      return (
        <>
          <KioskCode
            roundId={round.id}
            onReady={(code) => setPhase({ kind: 'questions', code })}
            onStop={onEnd}
          />
          <IdleWarning secondsLeft={secondsLeft} />
        </>
      );
    case 'questions':
      return (
        <>
          <KioskQuestions
            round={round}
            onFinished={(answers) => void finish(answers, phase.code)}
            onStop={onEnd}
          />
          <IdleWarning secondsLeft={secondsLeft} />
        </>
      );
    case 'sending':
      return (
        <p role="status">
          <Furigana text={words.sending} />
        </p>
      );
    case 'thanks':
      return (
        <Closing
          title={words.thanks}
          text={phase.isSent ? words.thanksSent : words.thanksKept}
          onEnd={onEnd}
        />
      );
    case 'refused':
      return <Closing title={words.refusedTitle} text={refusalMessage(phase.by, words)} onEnd={onEnd} />;
  }
}

function phaseAfter(delivery: Delivery): Phase {
  switch (delivery) {
    case 'accepted':
    case 'repeated':
      return { kind: 'thanks', isSent: true };
    case 'unsent':
      return { kind: 'thanks', isSent: false };
    case 'not_open':
    case 'code_used':
    case 'code_refused':
    case 'invalid':
      return { kind: 'refused', by: delivery };
  }
}

function refusalMessage(by: Refusal, words: KioskWords): string {
  switch (by) {
    case 'not_open':
      return words.notOpen;
    case 'code_used':
      return words.codeReply.used;
    case 'code_refused':
      return words.codeReply.withdrawn;
    case 'invalid':
      return words.invalid;
  }
}

interface Finished {
  readonly roundId: string;
  readonly key: string;
  readonly code: string | null;
  readonly answers: Answers;
  readonly locale: Locale;
}

const formOf = ({
  roundId,
  key,
  code,
  answers,
  locale,
}: Finished): readonly (readonly [string, string])[] => [
  [kioskFields.round, roundId],
  [kioskFields.key, key],
  [kioskFields.language, locale],
  ...(code === null ? [] : [[kioskFields.code, code] as const]),
  ...Object.entries(answers).flatMap(([id, value]) =>
    (typeof value === 'string' ? [value] : value).map((text) => [id, text] as const),
  ),
];

function IdleWarning({ secondsLeft }: { readonly secondsLeft: number }) {
  const { kiosk: words } = useWords();
  if (secondsLeft > warnFromSeconds) return null;
  return (
    <div className="kiosk-idle" role="alertdialog" aria-labelledby="idle-title" aria-describedby="idle-text">
      <div className="kiosk-idle-box">
        <h2 id="idle-title" className="text-2xl font-700">
          <Furigana text={words.idleTitle} />
        </h2>
        <p id="idle-text" className="my-6" data-seconds-left={secondsLeft}>
          <Furigana text={words.idle(secondsLeft)} />
        </p>
        <button type="button" className="button button-solid">
          <Furigana text={words.goOn} />
        </button>
      </div>
    </div>
  );
}

function Closing({
  title,
  text,
  onEnd,
}: {
  readonly title: string;
  readonly text: string;
  readonly onEnd: () => void;
}) {
  const { kiosk: words } = useWords();
  const [secondsLeft, setSecondsLeft] = useState(thanksSeconds);
  const countDown = useCallback(() => setSecondsLeft((seconds) => seconds - 1), []);
  useEffect(() => {
    const timer = setInterval(countDown, 1000);
    return () => clearInterval(timer);
  }, [countDown]);
  useEffect(() => {
    if (secondsLeft <= 0) onEnd();
  }, [secondsLeft, onEnd]);
  return (
    <div role="status">
      <PageHeading>
        <Furigana text={title} />
      </PageHeading>
      <p className="my-6">
        <Furigana text={text} />
      </p>
      <p className="my-6 text-sm">
        <Furigana text={words.thanksReset(Math.max(secondsLeft, 0))} />
      </p>
      <button type="button" className="button button-solid" onClick={onEnd}>
        <Furigana text={words.nextPerson} />
      </button>
    </div>
  );
}
