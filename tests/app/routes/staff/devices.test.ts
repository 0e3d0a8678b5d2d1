import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tellRefusal } from '#app/features/devices/device-words.ts';
import * as devices from '#app/routes/staff/devices.tsx';
import type { Role } from '#db/queries/account.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';

const action = asServed('/staff/devices', devices.action);
const loader = asServed('/staff/devices', devices.loader);

const getOffice = useOffice();

/** What a form leads to: a status, and what comes back with it. */
async function send(fields: Readonly<Record<string, string>>, role: Role = 'staff') {
  const { context, request } = getOffice();
  const form = new URLSearchParams(fields);
  try {
    const args = { request: request('/staff/devices', role), params: {}, context: context({ form }) };
    const { data, init } = await action(args);
    return { status: init?.status ?? 200, data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, data: undefined };
  }
}

describe('the page of the devices', () => {
  it('is closed to other roles', async () => {
    expect((await send({ intent: 'add', device: randomUUID(), name: '窓口' }, 'manager')).status).toBe(403);
  });

  it('tells a pairing code once, and shows the address of the tablets', async () => {
    const device = randomUUID();
    const { status, data } = await send({ intent: 'add', device, name: '総合案内', round: '' });
    expect([status, data?.kind]).toEqual([200, 'pairing']);
    const { context, request } = getOffice();
    const args = { request: request('/staff/devices', 'staff'), params: {}, context: context() };
    const page = await loader(args);
    expect(page.address).toBe('http://localhost/kiosk');
    expect(page.devices.map(({ name }) => name)).toContain('総合案内');
    expect((await send({ intent: 'revoke', device })).status).toBe(303);
    expect((await send({ intent: 'revoke', device })).status).toBe(404);
  });

  it('gives back what was typed beside what is wrong with it', async () => {
    const typed = { name: 'あ'.repeat(41), round: '' };
    const { status, data } = await send({ intent: 'add', device: randomUUID(), ...typed });
    expect([status, data]).toMatchObject([400, { kind: 'refused', typed }]);
    expect(data?.kind === 'refused' && tellRefusal(data.refusal)).toEqual({
      field: 'name',
      message: '端末の名前を40文字までで入力してください。',
    });
    const unfit = await send({ intent: 'assign', device: randomUUID(), round: 'no round' });
    expect(unfit).toMatchObject({ status: 400, data: { refusal: { kind: 'round_does_not_fit' } } });
  });

  it('takes no form that is not ours', async () => {
    expect((await send({})).status).toBe(400);
    expect((await send({ intent: 'sell', device: randomUUID() })).status).toBe(400);
    expect((await send({ intent: 'add', device: '../etc', name: '窓口' })).status).toBe(400);
    expect((await send({ intent: 'pair' })).status).toBe(404);
  });
});
