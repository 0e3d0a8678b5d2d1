import { Button } from '#app/components/form/button.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import type { DeviceProblem } from '#app/features/devices/device-words.ts';
import type { PairingOffer } from '#app/fielding/devices/change-device.ts';
import type { DeviceOverview } from '#app/fielding/devices/list-devices.ts';

interface DeviceFormProps {
  readonly newId: string;
  readonly rounds: DeviceOverview['rounds'];
  /** What was typed, when it was refused. */
  readonly typed: { readonly name: string; readonly round: string } | undefined;
  readonly problem: DeviceProblem | undefined;
}

/** What is typed into the tablet's browser. */
export function TabletAddress({ address }: { readonly address: string }) {
  return (
    <p className="my-2 text-[1.25rem] leading-[1.4] md:text-[1.75rem] font-700 break-all" data-kiosk-address>
      {address}
    </p>
  );
}

/** Registers a tablet: its name and what it shows. */
export function DeviceForm({ newId, rounds, typed, problem }: DeviceFormProps) {
  const errorOf = (field: DeviceProblem['field']) => (problem?.field === field ? problem.message : undefined);
  return (
    <form method="post" noValidate>
      <input type="hidden" name="device" value={newId} />
      <TextInput
        name="name"
        label="端末の名前"
        help="置き場所が分かる名前をつけてください(例: 1階 総合案内)。"
        isRequired
        defaultValue={typed?.name}
        error={errorOf('name')}
      />
      <Select
        name="round"
        label="表示する調査回"
        help="受付中で、回答コードを使う調査回か、自由参加の調査回を選べます。無作為抽出や全数の調査は、回答コードがないと窓口では答えられません。"
        emptyLabel="あとで選ぶ"
        options={rounds.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={typed?.round}
        error={errorOf('round')}
      />
      <Button name="intent" value="add">
        登録してペアリングコードを出す
      </Button>
    </form>
  );
}

interface PairingCodeProps {
  readonly offer: PairingOffer | undefined;
  readonly address: string;
}

/** Where to go with a tablet, and the one-time code, shown once. */
export function PairingCode({ offer, address }: PairingCodeProps) {
  if (!offer) {
    return (
      <>
        <p className="mt-6">端末のブラウザーで開くアドレス:</p>
        <TabletAddress address={address} />
      </>
    );
  }
  return (
    <Notice kind="success" isLive title={`「${offer.deviceName}」のペアリングコード`}>
      <p>{offer.minutes}分以内に、端末のブラウザーで次のアドレスを開いてください。</p>
      <TabletAddress address={address} />
      <p>開いた画面に、次の数字を入力してください。使えるのは1回だけです。</p>
      <p className="my-2 text-[2rem] font-700 tabular-nums" data-pairing-code>
        {offer.code}
      </p>
    </Notice>
  );
}
