import { type AppServer, logIn, postForm } from '#tests/helpers/app-server.ts';

type RoundAction = 'open' | 'close' | 'finalise';

/** Does with a round what its staff page offers. @throws {Error} when the page refuses */
export async function fieldRound(server: AppServer, roundId: string, action: RoundAction): Promise<void> {
  const headers = { Cookie: await logIn(server, 'staff') };
  const response = await postForm(`${server.origin}/staff/rounds/${roundId}`, { action }, headers);
  if (response.status !== 303) throw new Error(`${action} was answered ${response.status}`);
}

/** Launches and opens a residents' round on one page, measuring indicator 1-1 only; its id. */
export async function launchShortRound(server: AppServer, title: string): Promise<string> {
  const headers = { Cookie: await logIn(server, 'staff') };
  const response = await postForm(
    `${server.origin}/staff/rounds/new?questionnaire=residents`,
    {
      questionnaireId: 'residents',
      title,
      planId: 'konohana-demo',
      fiscalYear: '2026',
      indicatorIds: '1-1',
      design: 'self-selected',
      opensAt: '2026-01-01T00:00',
      closesAt: '2099-12-31T23:59',
      layout: 'single',
      populationSize: '',
      nIssued: '',
    },
    headers,
  );
  const roundId = response.headers.get('Location')?.split('/').at(-1);
  if (response.status !== 303 || !roundId) throw new Error(`launching was answered ${response.status}`);
  await fieldRound(server, roundId, 'open');
  return roundId;
}

/** How many answers a round has, as the signed-in JSON says. */
export async function countAnswers(server: AppServer, roundId: string): Promise<number> {
  const headers = { Cookie: await logIn(server, 'manager') };
  const response = await fetch(`${server.origin}/api/v1/rounds/${roundId}/results`, { headers });
  const results = (await response.json()) as { readonly nAnswers: number };
  return results.nAnswers;
}
