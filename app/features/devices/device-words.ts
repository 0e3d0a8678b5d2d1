import type { DeviceRefusal } from '#app/fielding/devices/change-device.ts';

/** The field that a refusal is about, and what to do there. */
export interface DeviceProblem {
  readonly field: 'name' | 'round';
  readonly message: string;
}

/** Tells why a device was not registered or given a round. */
export function tellRefusal(refusal: DeviceRefusal): DeviceProblem {
  switch (refusal.kind) {
    case 'round_does_not_fit':
      return { field: 'round', message: '窓口の端末で答えられる調査回を選んでください。' };
    case 'name_length':
      return { field: 'name', message: `端末の名前を${refusal.maximum}文字までで入力してください。` };
    case 'name_taken':
      return {
        field: 'name',
        message: `「${refusal.name}」という名前の端末は、もう使われています。別の名前にするか、その端末の使用を停止してください。`,
      };
  }
}
