import type { Services } from '#app/fielding/services.ts';
import { type Device, listDevices } from '#db/queries/device.ts';
import { listDeviceCounts } from '#db/queries/device-count.ts';
import { listRounds } from '#db/queries/round.ts';
import { fitsKiosk } from '#surveys/round/kiosk.ts';
import type { Round } from '#surveys/round/round.ts';

/** A device with the number of answers that came from it, by round. */
export interface CountedDevice extends Device {
  readonly counts: readonly { readonly title: string; readonly n: number }[];
}

export interface DeviceOverview {
  readonly devices: readonly CountedDevice[];
  /** What a tablet may show. */
  readonly rounds: readonly Pick<Round, 'id' | 'title'>[];
}

/** The devices with their rounds and counts, and the rounds a tablet may show. */
export async function loadDevices({ db }: Pick<Services, 'db'>): Promise<DeviceOverview> {
  const rounds = await listRounds(db);
  const titles = new Map(rounds.map(({ id, title }) => [id, title]));
  const counts = await listDeviceCounts(db);
  return {
    devices: (await listDevices(db)).map((device) => ({
      ...device,
      counts: counts
        .filter(({ deviceId }) => deviceId === device.id)
        .map(({ roundId, n }) => ({ title: titles.get(roundId) ?? roundId, n })),
    })),
    rounds: rounds
      .filter((round) => round.state === 'open' && fitsKiosk(round))
      .map(({ id, title }) => ({ id, title })),
  };
}
