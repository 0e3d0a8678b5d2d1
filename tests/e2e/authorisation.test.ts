import { beforeAll, describe, expect, test } from 'vitest';
import { routeTable } from '#app/routes.ts';
import { logIn, useAppServer } from '#tests/helpers/app-server.ts';

/**
 * What every route answers, to somebody without log-in, to staff, to managers and to admins; a POST is one of an
 * empty form, and `.data` is how Remix' client asks for a page. `login` is a redirect to the log-in page, `moved`
 * one to elsewhere that data tells in its text, `waits` an event stream that the framework reads to its end. A
 * route without a row fails the test.
 */
const table = `
  # none staff manager admin                               | GET                     | HEAD                    | POST                    | GET .data               | POST .data
  /                                                        | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /plans/:plan/evaluations/:fiscalYear                     | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /plans/:plan/evaluations/:fiscalYear/sections/:section   | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /s/:round                                                | 200   200 200 200       | 200   200 200 200       | 303   303 303 303       | 200   200 200 200       | moved moved moved moved
  /s/:round/p/:page                                        | 302   302 302 302       | 302   302 302 302       | 303   303 303 303       | moved moved moved moved | moved moved moved moved
  /s/:round/review                                         | 302   302 302 302       | 302   302 302 302       | 303   303 303 303       | moved moved moved moved | moved moved moved moved
  /s/:round/sent/:receipt                                  | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /s/:round/code/:state                                    | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /c                                                       | 200   200 200 200       | 200   200 200 200       | 400   400 400 400       | 200   200 200 200       | 400   400 400 400
  /c/:code                                                 | 303   303 303 303       | 303   303 303 303       | 405   405 405 405       | moved moved moved moved | 405   405 405 405
  /login                                                   | 200   302 302 302       | 200   302 302 302       | 401   302 302 302       | 200   moved moved moved | 401   429 429 429
  /login/code                                              | login login login login | login login login login | login login login login | login login login login | login login login login
  /logout                                                  | 302   302 302 302       | 302   302 302 302       | 303   303 303 303       | moved moved moved moved | moved moved moved moved
  /join/:token                                             | 410   410 410 410       | 410   410 410 410       | 410   410 410 410       | 410   410 410 410       | 410   410 410 410
  /account                                                 | login 200 200 200       | login 200 200 200       | login 303 303 303       | login 200 200 200       | login moved moved moved
  /account/password                                        | login 200 200 200       | login 200 200 200       | login 400 400 400       | login 200 200 200       | login 400 400 400
  /account/second-step                                     | login 200 200 200       | login 200 200 200       | login 400 400 400       | login 200 200 200       | login 400 400 400
  /admin/people                                            | login 403 403 200       | login 403 403 200       | login 403 403 303       | login 403 403 200       | login 403 403 moved
  /admin/people/new                                        | login 403 403 200       | login 403 403 200       | login 403 403 400       | login 403 403 200       | login 403 403 400
  /admin/people/:person                                    | login 403 403 200       | login 403 403 200       | login 403 403 400       | login 403 403 200       | login 403 403 400
  /admin/audit                                             | login 403 403 200       | login 403 403 200       | 405   405 405 405       | login 403 403 200       | 405   405 405 405
  /admin/audit.csv                                         | login 403 403 200       | login 403 403 200       | 405   405 405 405       | login 403 403 200       | 405   405 405 405
  /staff                                                   | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login 200 403 200       | 405   405 405 405
  /staff/rounds/new                                        | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round                                     | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round/setup/:step                         | login 302 403 302       | login 302 403 302       | login 303 403 303       | login moved 403 moved   | login moved 403 moved
  /staff/rounds/:round/preview                             | login 200 200 200       | login 200 200 200       | 405   405 405 405       | login 200 200 200       | 405   405 405 405
  /staff/rounds/:round/records                             | login 302 403 302       | login 302 403 302       | login 303 403 303       | login moved 403 moved   | login moved 403 moved
  /staff/rounds/:round/paper                               | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login 200 403 200       | 405   405 405 405
  /staff/rounds/:round/keying                              | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round/keying/mismatches                   | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round/import                              | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round/import/template                     | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login 200 403 200       | 405   405 405 405
  /staff/rounds/:round/import/:job                         | login 404 403 404       | login 404 403 404       | 405   405 405 405       | login 404 403 404       | 405   405 405 405
  /staff/rounds/:round/frame                               | login 200 403 200       | login 200 403 200       | login 409 403 409       | login 200 403 200       | login 409 403 409
  /staff/rounds/:round/frame/samples/:file                 | login 404 403 404       | login 404 403 404       | 405   405 405 405       | login 404 403 404       | 405   405 405 405
  /staff/rounds/:round/invitees                            | login 404 403 404       | login 404 403 404       | login 404 403 404       | login 404 403 404       | login 404 403 404
  /staff/rounds/:round/codes                               | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /staff/rounds/:round/codes/:batch/letters                | login 404 403 404       | login 404 403 404       | 405   405 405 405       | login 404 403 404       | 405   405 405 405
  /staff/rounds/:round/codes/:batch/forms                  | login 404 403 404       | login 404 403 404       | 405   405 405 405       | login 404 403 404       | 405   405 405 405
  /staff/rounds/:round/codes/:batch/sheet/:format          | login 404 403 404       | login 404 403 404       | 405   405 405 405       | login 404 403 404       | 405   405 405 405
  /staff/rounds/:round/reminder/:format                    | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login 200 403 200       | 405   405 405 405
  /staff/rounds/:round/dashboard                           | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login 200 403 200       | 405   405 405 405
  /staff/rounds/:round/dashboard/events                    | login 200 403 200       | login 200 403 200       | 405   405 405 405       | login waits 403 waits   | 405   405 405 405
  /staff/devices                                           | login 200 403 200       | login 200 403 200       | login 400 403 400       | login 200 403 200       | login 400 403 400
  /kiosk                                                   | 200   200 200 200       | 200   200 200 200       | 400   400 400 400       | 200   200 200 200       | 400   400 400 400
  /kiosk/answers                                           | 200   200 200 200       | 200   200 200 200       | 401   401 401 401       | 200   200 200 200       | 401   401 401 401
  /kiosk/code                                              | 302   302 302 302       | 302   302 302 302       | 401   401 401 401       | moved moved moved moved | 401   401 401 401
  /manager                                                 | login 200 200 200       | login 200 200 200       | 405   405 405 405       | login 200 200 200       | 405   405 405 405
  /manager/rounds/:round                                   | login 200 200 200       | login 200 200 200       | 405   405 405 405       | login 200 200 200       | 405   405 405 405
  /manager/rounds/:round/approval                          | login 403 200 200       | login 403 200 200       | login 403 400 400       | login 403 200 200       | login 403 400 400
  /manager/rounds/:round/events                            | login 200 200 200       | login 200 200 200       | 405   405 405 405       | login waits waits waits | 405   405 405 405
  /manager/rounds/:round/indicators/:indicator             | login 200 200 200       | login 200 200 200       | 405   405 405 405       | login 200 200 200       | 405   405 405 405
  /api/v1/plans/:plan/evaluations/:fiscalYear              | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /api/v1/rounds/:round/results                            | 401   200 200 200       | 401   200 200 200       | 405   405 405 405       | 401   200 200 200       | 405   405 405 405
  /api/health                                              | 200   200 200 200       | 200   200 200 200       | 405   405 405 405       | 200   200 200 200       | 405   405 405 405
  /refused/:status                                         | 404   404 404 404       | 404   404 404 404       | 405   405 405 405       | 404   404 404 404       | 405   405 405 405
  *                                                        | 404   404 404 404       | 404   404 404 404       | 404   404 404 404       | 404   404 404 404       | 404   404 404 404
`;

/** What stands in an address for each parameter. */
const parameters: Readonly<Record<string, string>> = {
  plan: 'konohana-demo',
  fiscalYear: '2015',
  section: '1-1',
  indicator: '1-1',
  round: 'demo-residents-2026',
  page: '1',
  receipt: '0000-0000-0000',
  state: 'used',
  code: 'no-code',
  token: 'no-link',
  person: 'demo-manager',
  step: 'questionnaire',
  file: 'no-file',
  job: 'no-job',
  batch: 'no-batch',
  format: 'csv',
  status: '404',
};

const people = ['none', 'staff', 'manager', 'admin'] as const;
type Person = (typeof people)[number];

const methods = ['GET', 'HEAD', 'POST', 'GET .data', 'POST .data'] as const;
type Method = (typeof methods)[number];

const rows = table
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([path]) => path !== undefined && path !== '' && !path.startsWith('#'))
  .map(([path = '', ...answers]) => ({ path, expected: answers.map((cell) => cell.split(/\s+/)) }));

function addressOf(path: string, method: Method): string {
  const address =
    path === '*' ? '/no-such-page' : path.replace(/:(\w+)/g, (_, name) => parameters[name] ?? `no-${name}`);
  if (!method.endsWith('.data')) return address;
  return address === '/' ? '/_root.data' : `${address}.data`;
}

/** How long an answer may take that never comes: an event stream asked for as data. */
const patienceMs = 5_000;

describe('who may do what', () => {
  const getServer = useAppServer({ dialect: 'sqlite', isDemo: true });
  const cookies = new Map<Person, string>();

  const logInAs = async (person: Person) => (person === 'none' ? '' : logIn(getServer(), person));
  beforeAll(async () => {
    for (const person of people) cookies.set(person, await logInAs(person));
  });

  async function answerTo(person: Person, method: Method, path: string): Promise<string> {
    // Logging out ends a session: not the one that the other rows go by.
    const cookie = path === '/logout' ? await logInAs(person) : (cookies.get(person) ?? '');
    const isPost = method.startsWith('POST');
    try {
      const response = await fetch(`${getServer().origin}${addressOf(path, method)}`, {
        method: isPost ? 'POST' : method.startsWith('HEAD') ? 'HEAD' : 'GET',
        ...(isPost && { body: new URLSearchParams() }),
        headers: { Cookie: cookie },
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      return await tell(response, method);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return 'waits';
      throw error;
    }
  }

  test('is written down for every route there is, and for no other', () => {
    expect(rows.map(({ path }) => path).toSorted()).toEqual(routeTable.map(([path]) => path).toSorted());
  });

  test.each(rows)('$path', async ({ path, expected }) => {
    for (const [index, method] of methods.entries()) {
      const answers: string[] = [];
      // In turn: attempts to log in are counted.
      for (const person of people) answers.push(await answerTo(person, method, path));
      expect(answers, `${method} for ${people.join(', ')}`).toEqual(expected[index]);
    }
  });
});

/** `login` for a redirect to the log-in, which data tells in its text; else the status. */
async function tell(response: Response, method: Method): Promise<string> {
  if (response.status !== 202 || !method.endsWith('.data')) {
    // Streams of events would never end.
    await response.body?.cancel();
    return /^\/login(\?|$)/.test(response.headers.get('Location') ?? '') ? 'login' : String(response.status);
  }
  return /"\/login["?]/.test(await response.text()) ? 'login' : 'moved';
}
