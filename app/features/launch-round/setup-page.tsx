import { Notice } from '#app/components/ui/notice.tsx';
import { AudienceStep } from '#app/features/launch-round/audience-step.tsx';
import { FrameStep } from '#app/features/launch-round/frame-step.tsx';
import { PreviewStep } from '#app/features/launch-round/preview-step.tsx';
import { QuestionnaireStep } from '#app/features/launch-round/questionnaire-step.tsx';
import { ScheduleStep } from '#app/features/launch-round/schedule-step.tsx';
import { type RefusedStep, StepList } from '#app/features/launch-round/setup-frame.tsx';
import { SummaryStep } from '#app/features/launch-round/summary-step.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { moverName } from '#app/i18n/ja/lifecycle.ts';
import type { SetupStep } from '#surveys/round/setup.ts';

interface SetupPageProps {
  readonly step: SetupStep;
  readonly view: SetupView;
  readonly refused: RefusedStep | undefined;
  /** `YYYY-MM-DD` in Japan. */
  readonly today: string;
}

/** One step of a round's preparation, with the list of steps above. */
export function SetupPage({ step, view, refused, today }: SetupPageProps) {
  return (
    <>
      <StepList roundId={view.round.id} current={step} setup={view.setup} />
      {view.returned && (
        <Notice kind="warning" title={`${moverName(view.returned.actor)}さんから差し戻されました`}>
          <p className="whitespace-pre-wrap">{view.returned.note}</p>
        </Notice>
      )}
      <StepBody step={step} view={view} refused={refused} today={today} />
    </>
  );
}

function StepBody({ step, view, refused, today }: SetupPageProps) {
  switch (step) {
    case 'questionnaire':
      return <QuestionnaireStep view={view} refused={refused} />;
    case 'audience':
      return <AudienceStep view={view} refused={refused} />;
    case 'frame':
      return <FrameStep view={view} refused={refused} today={today} />;
    case 'schedule':
      return <ScheduleStep view={view} refused={refused} />;
    case 'preview':
      return <PreviewStep view={view} />;
    case 'summary':
      return <SummaryStep view={view} />;
  }
}
