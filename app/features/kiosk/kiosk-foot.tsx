import type { Waiting } from '#app/features/kiosk/use-answer-keeper.ts';
import { kioskStaffWords } from '#app/i18n/ja/kiosk.ts';

interface KioskFootProps {
  readonly deviceName?: string;
  readonly waiting: Waiting;
}

/** For staff, whatever language a visit is in: which tablet this is, and how many answers wait to be sent. */
export function KioskFoot({ deviceName, waiting: { n, isPageNeeded } }: KioskFootProps) {
  if (deviceName === undefined && n === 0) return null;
  const unsent = isPageNeeded ? kioskStaffWords.unsentHere : kioskStaffWords.unsent;
  return (
    <footer className="kiosk-foot" lang="ja">
      {deviceName}
      {n > 0 && <strong data-waiting={n}>{unsent(n)}</strong>}
    </footer>
  );
}
