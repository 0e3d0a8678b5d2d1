import { type FormEvent, useState } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import type { KioskCodeReply } from '#app/features/kiosk/kiosk-view.ts';
import type { Locale } from '#surveys/text.ts';

interface KioskCodeProps {
  readonly roundId: string;
  readonly onReady: (code: string) => void;
  readonly onStop: () => void;
}

/** Asks for the code of the letter before the first question, in rounds that need one. */
export function KioskCode({ roundId, onReady, onStop }: KioskCodeProps) {
  const { locale, kiosk: words, form } = useWords();
  const [message, setMessage] = useState<string>();
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get(kioskFields.code) ?? '');
    const reply = await askServer({ roundId, code, locale });
    if (reply === undefined) setMessage(words.codeOffline);
    else if (reply.kind === 'ready') onReady(code);
    else setMessage(reply.message);
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
        error={message}
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

/** What the server says to a code, in the language of the visit; undefined without a line to it. */
async function askServer({
  roundId,
  code,
  locale,
}: {
  readonly roundId: string;
  readonly code: string;
  readonly locale: Locale;
}): Promise<KioskCodeReply | undefined> {
  try {
    const body = new URLSearchParams({
      [kioskFields.round]: roundId,
      [kioskFields.code]: code,
      [kioskFields.language]: locale,
    });
    const response = await fetch('/kiosk/code', { method: 'POST', body, cache: 'no-store' });
    return (await response.json()) as KioskCodeReply;
  } catch {
    return undefined;
  }
}
