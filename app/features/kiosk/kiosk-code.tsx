import { type FormEvent, useState } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import type { KioskCodeObstacle, KioskCodeReply } from '#app/fielding/answer/kiosk-answer.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';

interface KioskCodeProps {
  readonly roundId: string;
  readonly onReady: (code: string) => void;
  readonly onStop: () => void;
}

/** Asks for the code of the letter before the first question, in rounds that need one. */
export function KioskCode({ roundId, onReady, onStop }: KioskCodeProps) {
  const resident = useWords();
  const { kiosk: words, form } = resident;
  const [obstacle, setObstacle] = useState<Obstacle>();
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get(kioskFields.code) ?? '');
    const reply = await askServer({ roundId, code });
    if (reply?.kind === 'ready') onReady(code);
    else setObstacle(reply?.obstacle ?? { kind: 'offline' });
  };
  return (
    <form onSubmit={check} noValidate autoComplete="off">
      <PageHeading>
        <Furigana text={words.codeTitle} />
      </PageHeading>
      <TextInput
        name={kioskFields.code}
        label={words.codeLabel}
        help={words.codeHelp}
        error={obstacle && obstacleMessage(obstacle, resident)}
        words={form}
        isRequired
      />
      <div className="mt-8 flex flex-wrap gap-4">
        <Button>
          <Furigana text={words.next} />
        </Button>
        <button type="button" className="button button-text" onClick={onStop}>
          <Furigana text={words.stop} />
        </button>
      </div>
    </form>
  );
}

type Obstacle = KioskCodeObstacle | { readonly kind: 'offline' };

/** What to do about a code that does not lead on; made anew when another language is chosen. */
function obstacleMessage(obstacle: Obstacle, { kiosk, code, codeProblemMessage }: ResidentWords): string {
  switch (obstacle.kind) {
    case 'offline':
      return kiosk.codeOffline;
    case 'not_open':
      return kiosk.notOpen;
    case 'unknown':
    case 'busy':
      return code[obstacle.kind];
    case 'used':
    case 'withdrawn':
      return kiosk.codeReply[obstacle.kind];
    default:
      return codeProblemMessage(obstacle);
  }
}

/** What the server says to a code; undefined without a line to it. */
async function askServer({
  roundId,
  code,
}: {
  readonly roundId: string;
  readonly code: string;
}): Promise<KioskCodeReply | undefined> {
  try {
    const body = new URLSearchParams({ [kioskFields.round]: roundId, [kioskFields.code]: code });
    const response = await fetch('/kiosk/code', { method: 'POST', body, cache: 'no-store' });
    return (await response.json()) as KioskCodeReply;
  } catch {
    return undefined;
  }
}
