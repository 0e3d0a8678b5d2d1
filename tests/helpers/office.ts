import { type AppServer, logIn, postForm } from '#tests/helpers/app-server.ts';

/** Posts a form as a demo account and gives where the answer leads to. @throws {Error} when it is refused */
async function postAs(
  server: AppServer,
  role: 'staff' | 'manager',
  path: string,
  fields: Parameters<typeof postForm>[1],
): Promise<string> {
  const headers = { Cookie: await logIn(server, role) };
  const response = await postForm(`${server.origin}${path}`, fields, headers);
  if (response.status !== 303) throw new Error(`${path} was answered ${response.status}`);
  return response.headers.get('Location') ?? '';
}

/** Closes or finalises a round as its staff page does. */
export const fieldRound = (server: AppServer, roundId: string, action: 'close' | 'finalise') =>
  postAs(server, 'staff', `/staff/rounds/${roundId}`, { action });

/** Publishes a final round as its manager's page does. */
export const publishRound = (server: AppServer, roundId: string) =>
  postAs(server, 'manager', `/manager/rounds/${roundId}/approval`, { action: 'publish' });

/**
 * Prepares a residents' round on one page, open to everyone, measuring indicator 1-1 of the demo's plan only unless
 * told otherwise; lets a manager approve it, so that it opens. Its id.
 */
export async function launchShortRound(
  server: AppServer,
  title: string,
  measuring: { readonly planId: string; readonly indicatorIds: string | readonly string[] } = {
    planId: 'konohana-demo',
    indicatorIds: '1-1',
  },
): Promise<string> {
  const choice = { questionnaireId: 'residents', planId: measuring.planId };
  const setup = await postAs(server, 'staff', '/staff/rounds/new', choice);
  const roundId = setup.split('/')[3] ?? '';
  const save = (step: string, fields: Parameters<typeof postForm>[1]) =>
    postAs(server, 'staff', `/staff/rounds/${roundId}/setup/${step}`, fields);
  await save('questionnaire', {
    title,
    ...measuring,
    fiscalYear: '2026',
    layout: 'single',
  });
  await save('audience', { mode: 'link', reminder: 'everyone' });
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
  await approveRound(server, roundId);
  return roundId;
}

async function approveRound(server: AppServer, roundId: string): Promise<void> {
  const path = `/manager/rounds/${roundId}/approval`;
  const headers = { Cookie: await logIn(server, 'manager') };
  const sheet = await (await fetch(`${server.origin}${path}`, { headers })).text();
  const request = /name="request" value="(\d+)"/.exec(sheet)?.[1] ?? '';
  await postAs(server, 'manager', path, { action: 'approve', request });
}

/** How many answers a round has, as the signed-in JSON says. */
export async function countAnswers(server: AppServer, roundId: string): Promise<number> {
  const headers = { Cookie: await logIn(server, 'manager') };
  const response = await fetch(`${server.origin}/api/v1/rounds/${roundId}/results`, { headers });
  const results = (await response.json()) as { readonly nAnswers: number };
  return results.nAnswers;
}
