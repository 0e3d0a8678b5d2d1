import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { stepName } from '#app/i18n/ja/setup.ts';
import type { FieldErrors, TypedFields } from '#app/web/form.ts';
import { type RoundSetup, type SetupStep, setupSteps } from '#surveys/round/setup.ts';

/** What was typed into a step that could not be saved, and why. */
export interface RefusedStep {
  readonly fields: TypedFields;
  readonly errors: FieldErrors;
}

interface StepListProps {
  readonly roundId: string;
  readonly current: SetupStep;
  readonly setup: Pick<RoundSetup, 'mode' | 'savedSteps'>;
}

/** The steps of the preparation; every one can be opened at any time. */
export function StepList({ roundId, current, setup }: StepListProps) {
  return (
    <nav aria-label="準備の段階" className="my-4">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {setupSteps.map((step, index) => (
          <li key={step} className="text-sm">
            <a
              href={`/staff/rounds/${roundId}/setup/${step}`}
              aria-current={step === current ? 'step' : undefined}
              className={`inline-block rounded-8 border px-3 py-2.5 ${step === current ? 'border-key-900 bg-key-50 font-700' : 'border-solid-gray-420'}`}
            >
              {index + 1} {stepName(step, setup.mode)}
              {setup.savedSteps.includes(step) && (
                <span className="text-green-900">
                  {' '}
                  ✓<span className="sr-only">保存済み</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepFormProps {
  readonly roundId: string;
  readonly step: SetupStep;
  readonly errors: FieldErrors;
  readonly children: ReactNode;
}

/** The form of a step: what has to be corrected, its fields, the way on. */
export function StepForm({ roundId, step, errors, children }: StepFormProps) {
  return (
    <form method="post" action={`/staff/rounds/${roundId}/setup/${step}`} noValidate className="max-w-3xl">
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={Object.entries(errors).map(([name, message]) => ({ href: `#${name}`, message }))}
      />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" name="action" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
        保存
      </button>
      {children}
      <div className="mt-8 flex flex-wrap gap-4">
        <Button name="action" value="save">
          保存して次へ
        </Button>
        <ButtonLink variant="outline" href={`/staff/rounds/${roundId}/setup/summary`}>
          保存せず、まとめへ
        </ButtonLink>
      </div>
    </form>
  );
}

/** What a field of a step shows: its value as typed before, else as stored. */
export const fieldProps = (refused: RefusedStep | undefined) => (name: string, stored: string) => ({
  name,
  error: refused?.errors[name],
  defaultValue: refused ? (refused.fields[name]?.[0] ?? '') : stored,
});
