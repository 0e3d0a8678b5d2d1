import { TextInput } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import type { fieldProps } from '#app/features/launch-round/setup-frame.tsx';
import type { SetupView } from '#app/fielding/rounds/load-setup.ts';
import type { Mode } from '#surveys/round/setup.ts';

interface CountsFieldsProps {
  readonly mode: Exclude<Mode, 'letter'>;
  readonly round: SetupView['round'];
  readonly field: ReturnType<typeof fieldProps>;
}

/** A count as its field shows it; empty when it is not known. */
export const typedCount = (value: number | null) => (value === null ? '' : String(value));

/** How many are asked where no sample is drawn: counted in what the round asks. */
export function CountsFields({ mode, round, field }: CountsFieldsProps) {
  const populationField = field('populationSize', typedCount(round.populationSize));
  switch (mode) {
    case 'organisations':
      return (
        <TextInput
          {...populationField}
          label="団体の数"
          help="団体の全部に依頼するので、全部の数を入力します。回答率などの計算に使います。団体の名前は、承認された後に「依頼した相手」の画面で入力します。"
          inputMode="numeric"
          unit="団体"
          isRequired
        />
      );
    case 'shoppers':
      return (
        <TextInput
          {...populationField}
          label="訪問の数"
          help="調査員全員の訪問を合わせた数です。分からないときは、空欄のまま次へ進めます。調査員の名前と訪問の回数は、承認された後に「依頼した相手」の画面で入力します。"
          inputMode="numeric"
          unit="回"
        />
      );
    case 'records':
      return (
        <Notice kind="info" title="区の記録では、対象の数はいりません">
          <p>このまま次へ進めます。</p>
        </Notice>
      );
    case 'link':
    case 'kiosk':
    case 'event':
    case 'panel':
      return <PeopleFields populationField={populationField} round={round} field={field} />;
  }
}

function PeopleFields({
  populationField,
  round,
  field,
}: Omit<CountsFieldsProps, 'mode'> & { readonly populationField: ReturnType<CountsFieldsProps['field']> }) {
  return (
    <>
      <Notice kind="info" title="この依頼のしかたでは、標本設計はいりません">
        <p>数が分かるときだけ入力し、空欄のまま次へ進めます。</p>
      </Notice>
      <TextInput {...populationField} label="対象の数" inputMode="numeric" unit="人" />
      <TextInput
        {...field('nIssued', typedCount(round.nIssued))}
        label="依頼する数"
        help="依頼状や案内を渡す人の数です。"
        inputMode="numeric"
        unit="人"
      />
    </>
  );
}
