import { type FormEvent, useState } from 'react';
import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import type { KioskCodeReply } from '#app/features/kiosk/kiosk-view.ts';
import { kioskWords as words } from '#app/i18n/ja/kiosk.ts';

interface KioskCodeProps {
  readonly roundId: string;
  readonly onReady: (code: string) => void;
  readonly onStop: () => void;
}

/** Asks for the code of the letter before the first question, in rounds that need one. */
export function KioskCode({ roundId, onReady, onStop }: KioskCodeProps) {
  const [message, setMessage] = useState<string>();
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get(kioskFields.code) ?? '');
    const reply = await askServer(roundId, code);
    if (reply.kind === 'ready') onReady(code);
    else setMessage(reply.message);
  };
  return (
    <form onSubmit={check} noValidate autoComplete="off">
      <PageHeading>{words.codeTitle}</PageHeading>
      <TextInput
        name={kioskFields.code}
        label={words.codeLabel}
        help={words.codeHelp}
        error={message}
        isRequired
      />
      <div className="mt-8 flex flex-wrap gap-4">
        <Button>{words.next}</Button>
        <button type="button" className="button button-text" onClick={onStop}>
          {words.stop}
        </button>
      </div>
    </form>
  );
}

async function askServer(roundId: string, code: string): Promise<KioskCodeReply> {
  try {
    const body = new URLSearchParams({ [kioskFields.round]: roundId, [kioskFields.code]: code });
    const response = await fetch('/kiosk/code', { method: 'POST', body, cache: 'no-store' });
    return (await response.json()) as KioskCodeReply;
  } catch {
    return { kind: 'mend', message: words.codeOffline };
  }
}
