import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { KioskFoot } from '#app/features/kiosk/kiosk-foot.tsx';
import { useAnswerKeeper } from '#app/features/kiosk/use-answer-keeper.ts';
import type { PairingRefusal } from '#app/fielding/devices/pair-device.ts';
import { kioskStaffWords as words } from '#app/i18n/ja/kiosk.ts';

/** A tablet that nobody has paired, or that was shut out, perhaps with answers it has not sent. */
export function KioskPairing({ refusal }: { readonly refusal: PairingRefusal | undefined }) {
  const { waiting } = useAnswerKeeper();
  return (
    <>
      <main id="main" className="kiosk">
        <PageHeading>{words.pairTitle}</PageHeading>
        {waiting.n > 0 && (
          <p className="my-6 font-700" role="status">
            {words.unsentBeforePairing(waiting.n)}
          </p>
        )}
        <form method="post" noValidate autoComplete="off">
          <TextInput
            name="code"
            label={words.pairLabel}
            help={words.pairHelp}
            error={refusal && words.pairRefused[refusal]}
            inputMode="numeric"
            isRequired
          />
          <Button>{words.pair}</Button>
        </form>
      </main>
      <KioskFoot waiting={waiting} />
    </>
  );
}
