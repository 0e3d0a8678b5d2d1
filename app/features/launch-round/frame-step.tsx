import { Button } from '#app/components/form/button.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { TextArea, TextInput } from '#app/components/form/text-input.tsx';
import { CountsFields, typedCount } from '#app/features/launch-round/counts-fields.tsx';
import { SamplePlanner } from '#app/features/launch-round/sample-planner.tsx';
import { fieldProps, type RefusedStep, StepForm } from '#app/features/launch-round/setup-frame.tsx';
import { StrataFields } from '#app/features/launch-round/strata-fields.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import { maximumStrata } from '#surveys/round/setup.ts';

interface StepProps {
  readonly view: SetupView;
  readonly refused: RefusedStep | undefined;
  readonly today: string;
}

/** Whom the figures stand for: how many there are, how many are asked, and of a drawn sample in which strata. */
export function FrameStep({ view, refused, today }: StepProps) {
  const { round, setup } = view;
  return (
    <StepForm roundId={round.id} step="frame" errors={refused?.errors ?? {}}>
      {setup.mode === 'letter' ? (
        <DrawnSample view={view} refused={refused} today={today} />
      ) : (
        <CountsFields mode={setup.mode} round={round} field={fieldProps(refused)} />
      )}
    </StepForm>
  );
}

function DrawnSample({ view, refused, today }: StepProps) {
  const { round } = view;
  const { frame } = round;
  const field = fieldProps(refused);
  return (
    <>
      <TextInput
        {...field('populationSize', typedCount(round.populationSize))}
        label="対象の数(人口)"
        help="下に層を入力したときは、層の合計になります。"
        inputMode="numeric"
        unit="人"
      />
      <TextInput
        {...field('nIssued', typedCount(round.nIssued))}
        label="依頼する数"
        help="送る依頼状の数。層ごとの数を空欄にすると、人口に比例して割り振ります。"
        inputMode="numeric"
        unit="通"
      />
      <SampleFields view={view} refused={refused} />
      <TextInput {...field('source', frame?.source ?? '住民基本台帳')} label="人口の出典" isRequired />
      <DateInput {...field('asOf', frame?.asOf ?? today)} label="人口の時点" isRequired />
      <p>
        性別や年齢の人口で重みを付けるときは、<a href={`/staff/rounds/${round.id}/frame`}>人口のファイル</a>
        を読み込みます{frame && frame.margins.length > 0 ? `(読み込み済み: ${frame.margins.length}表)` : ''}。
      </p>
    </>
  );
}

/** How many to ask, and in which strata. */
function SampleFields({ view, refused }: Pick<StepProps, 'view' | 'refused'>) {
  const { frame } = view.round;
  const field = fieldProps(refused);
  return (
    <>
      <SamplePlanner view={view} field={field} />
      {frame && frame.strata.length > maximumStrata ? (
        <p>
          ファイルから読み込んだ{frame.strata.length}層(人口
          {formatCount(frame.strata.reduce((sum, { population }) => sum + population, 0))}
          人)を使います。
        </p>
      ) : (
        <StrataFields strata={frame?.strata ?? []} refused={refused} />
      )}
      <details className="my-4" open={refused?.errors.pasted !== undefined}>
        <summary className="min-h-11 py-2.5 font-700">表計算ソフトから層を貼り付ける</summary>
        <TextArea
          {...field('pasted', '')}
          label="層の名前・人口・発送数"
          help="1行に1層。タブ・カンマ・空白で区切ります。発送数は省けます。10層まで。"
        />
        <Button variant="outline" name="action" value="paste">
          貼り付けた内容を層に入れる
        </Button>
      </details>
    </>
  );
}
