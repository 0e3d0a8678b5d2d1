import { RadioGroup } from '#app/components/form/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { fieldProps, type RefusedStep, StepForm } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { audienceNames } from '#app/i18n/ja/office.ts';
import { designNameOf, designReasons, modeHelp, modeNames, reminderNames } from '#app/i18n/ja/setup.ts';
import { reminders } from '#surveys/round/round.ts';
import { listModes } from '#surveys/round/setup.ts';

interface StepProps {
  readonly view: SetupView;
  readonly refused: RefusedStep | undefined;
}

/** Whom the round asks and how they are reached; the design follows. */
export function AudienceStep({ view, refused }: StepProps) {
  const { round, setup } = view;
  const field = fieldProps(refused);
  const offered = listModes(round.audience);
  return (
    <StepForm roundId={round.id} step="audience" errors={refused?.errors ?? {}}>
      <RadioGroup
        {...field('mode', setup.mode)}
        label="依頼のしかた"
        help="対象と調査設計は、ここから決まります。"
        isRequired
        options={offered.map((mode) => ({ value: mode, label: `${modeNames[mode]} — ${modeHelp[mode]}` }))}
      />
      <Notice
        kind="info"
        title={`いまの設定: 対象は${audienceNames[round.audience]}、調査設計は${designNameOf(round.design, setup.mode)}`}
      >
        <p>{designReasons[setup.mode]}</p>
      </Notice>
      <RadioGroup
        {...field('reminder', round.reminder)}
        label="督促のしかた"
        help="回答コードを送る調査だけで使います。"
        isRequired
        options={reminders.map((reminder) => ({ value: reminder, label: reminderNames[reminder] }))}
      />
    </StepForm>
  );
}
