import { vi } from 'vitest';
import { type AppServer, logIn, postForm } from '#tests/helpers/app-server.ts';

/** Letters of a stratum as the sheet for mail merge lists them. */
export interface MailedLetter {
  readonly serial: string;
  readonly stratum: string;
  readonly code: string;
  readonly link: string;
}

/** A clerk's and a manager's session with a server, for what happens before the letters are in the post. */
export async function openOffice(server: AppServer) {
  const [staff, manager] = [await logIn(server, 'staff'), await logIn(server, 'manager')];
  const send = async (cookie: string, path: string, fields: Parameters<typeof postForm>[1]) => {
    const response = await postForm(`${server.origin}${path}`, fields, { Cookie: cookie });
    if (response.status >= 400) {
      throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    }
    return response;
  };
  const get = (path: string, cookie = staff) =>
    fetch(`${server.origin}${path}`, { headers: { Cookie: cookie } });
  return {
    get,
    post: (path: string, fields: Parameters<typeof postForm>[1]) => send(staff, path, fields),
    approve: async (roundId: string) => {
      const path = `/manager/rounds/${roundId}/approval`;
      const request = /name="request" value="(\d+)"/.exec(await (await get(path, manager)).text())?.[1] ?? '';
      await send(manager, path, { action: 'approve', request });
    },
  };
}

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Prepares, approves and opens a residents' round by letter, two strata of two letters each; its id. */
export async function launchLetterRound(office: Office, layout: 'pages' | 'single'): Promise<string> {
  const made = await office.post('/staff/rounds/new', { questionnaireId: 'residents' });
  const roundId = made.headers.get('Location')?.split('/')[3] ?? '';
  const save = (step: string, fields: Parameters<typeof postForm>[1]) =>
    office.post(`/staff/rounds/${roundId}/setup/${step}`, fields);
  const title = `郵送の調査(${layout})`;
  const plan = { planId: 'konohana-demo', fiscalYear: '2026' };
  await save('questionnaire', { title, ...plan, layout, indicatorIds: '1-1' });
  await save('audience', { mode: 'letter', reminder: 'everyone' });
  await save('frame', {
    populationSize: '65000',
    nIssued: '4',
    share: '50',
    halfWidth: '3',
    responseRate: '35',
    source: '住民基本台帳',
    asOf: '2026-10-01',
    'stratum-name-0': '北部',
    'stratum-population-0': '30000',
    'stratum-issued-0': '2',
    'stratum-name-1': '南部',
    'stratum-population-1': '35000',
    'stratum-issued-1': '2',
  });
  await save('schedule', {
    opensAt: '2026-01-01T00:00',
    closesAt: '2099-12-31T23:59',
    contact: '総務課',
    proxy: 'ご家族が代わりに回答できます。',
    duplicates: '先に届いた回答だけを数えます。',
    nonResponse: '回答しなくても不利益はありません。',
    paperKeptUntil: '2100-03-31',
    responsesKeptUntil: '2105-03-31',
  });
  await save('summary', { action: 'request' });
  await office.approve(roundId);
  return roundId;
}

/** Orders the codes of every stratum, waits until they are made, and reads the sheet for mail merge. */
export async function mailLetters(office: Office, roundId: string): Promise<readonly MailedLetter[]> {
  await office.post(`/staff/rounds/${roundId}/codes`, { action: 'order', 'n-0': '2', 'n-1': '2' });
  const sheet = await vi.waitUntil(
    async () => {
      const answer = await office.get(`/staff/rounds/${roundId}/codes/1/sheet/csv`);
      return answer.status !== 409 && answer;
    },
    { timeout: 20_000, interval: 100 },
  );
  const [, ...rows] = (await sheet.text()).trim().split('\r\n');
  return rows.map((row) => {
    const [serial = '', stratum = '', code = '', link = ''] = row.split(',');
    return { serial, stratum, code, link };
  });
}
