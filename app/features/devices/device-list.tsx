import { Button } from '#app/components/form/button.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { CountedDevice, DeviceOverview } from '#app/fielding/devices/list-devices.ts';
import { formatCount, formatDateTime, formatDay } from '#app/i18n/ja/office.ts';

/** Every tablet with its round, its state, its answers, and what can be done with it. */
export function DeviceList({ devices, rounds }: DeviceOverview) {
  if (devices.length === 0) return <p className="my-4">登録された端末はまだありません。</p>;
  return (
    <Table caption="登録された端末" isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">端末</th>
          <th scope="col">表示する調査回</th>
          <th scope="col">回答数</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.id} data-device={device.name}>
            <th scope="row">
              {device.name}
              <span className="block text-sm text-solid-gray-700">{stateOf(device)}</span>
            </th>
            <td>{device.revokedAt === null ? <RoundChoice device={device} rounds={rounds} /> : '―'}</td>
            <td>
              <Counts counts={device.counts} />
            </td>
            <td>{device.revokedAt === null && <Actions device={device} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function stateOf({ revokedAt, pairedAt, lastUsedOn }: CountedDevice): string {
  if (revokedAt !== null) return `停止済み(${formatDateTime(revokedAt)})`;
  if (pairedAt === null) return 'まだつながれていません';
  return `接続 ${formatDateTime(pairedAt)}${lastUsedOn === null ? '' : `・最後に使った日 ${formatDay(lastUsedOn)}`}`;
}

function RoundChoice({
  device,
  rounds,
}: {
  readonly device: CountedDevice;
  readonly rounds: DeviceOverview['rounds'];
}) {
  const id = `round-${device.id}`;
  const isListed = device.roundId === null || rounds.some((round) => round.id === device.roundId);
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="device" value={device.id} />
      <label htmlFor={id} className="sr-only">
        {device.name}に表示する調査回
      </label>
      <select id={id} name="round" className="input" defaultValue={isListed ? (device.roundId ?? '') : ''}>
        <option value="">表示しない</option>
        {rounds.map((round) => (
          <option key={round.id} value={round.id}>
            {round.title}
          </option>
        ))}
      </select>
      <Button variant="outline" name="intent" value="assign">
        変更する
      </Button>
    </form>
  );
}

function Counts({ counts }: Pick<CountedDevice, 'counts'>) {
  if (counts.length === 0) return '回答 0件';
  return (
    <ul>
      {counts.map(({ title, n }) => (
        <li key={title}>
          {title}: {formatCount(n)}件
        </li>
      ))}
    </ul>
  );
}

function Actions({ device }: { readonly device: CountedDevice }) {
  return (
    <>
      <form method="post">
        <input type="hidden" name="device" value={device.id} />
        <Button variant="outline" name="intent" value="pair">
          {device.pairedAt === null ? 'コードを出す' : 'つなぎ直す'}
        </Button>
      </form>
      <details className="mt-2">
        <summary className="min-h-11 py-2.5">使用を停止する</summary>
        <form method="post">
          <input type="hidden" name="device" value={device.id} />
          <p className="mb-3">
            停止すると、この端末では回答できなくなります。端末に残っている送信前の回答は消えません。新しい端末として登録し、同じ端末をつなぐと、自動で送られます。
          </p>
          <Button variant="outline" name="intent" value="revoke">
            「{device.name}」を停止する
          </Button>
        </form>
      </details>
    </>
  );
}
