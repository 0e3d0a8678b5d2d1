import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { type AppServer, demoLogin, logIn, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { plainEnv } from '#tests/helpers/plain-env.ts';

const password = 'correct horse 42 battery';
const newPassword = 'another horse, 43 staples';

describe.each(dialects)('people (%s)', (dialect) => {
  let database: TestDatabase;
  let server: AppServer;
  let admin: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: true });
    admin = { Cookie: await logIn(server, 'admin') };
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, server.origin), { headers, redirect: 'manual' });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    postForm(new URL(path, server.origin).href, fields, headers);
  const cookieOf = (response: Response, name: string) =>
    response.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  const linkIn = (page: string) => /\/join\/[\w-]{43}/.exec(page)?.[0] ?? '';
  async function invite(name: string, { role = 'staff', by = admin } = {}): Promise<string> {
    const form = { name, 'display-name': '山田花子', role };
    return linkIn(await (await post('/admin/people/new', form, by)).text());
  }
  async function makePasswordLink(id: string, by = admin): Promise<string> {
    return linkIn(await (await post(`/admin/people/${id}`, { action: 'password-link' }, by)).text());
  }
  const readAudit = async (action: string) => (await get(`/admin/audit.csv?action=${action}`, admin)).text();
  const join = (link: string, chosen = password) =>
    post(link, { 'new-password': chosen, 'new-password-again': chosen });
  async function signIn(name: string, chosen = password): Promise<Record<string, string>> {
    return { Cookie: cookieOf(await post('/login', { name, password: chosen }), 'koebako_session') };
  }
  async function makePerson(
    name: string,
    role = 'staff',
  ): Promise<{ id: string; headers: Record<string, string> }> {
    await join(await invite(name, { role }));
    const people = await (await get('/admin/people', admin)).text();
    const id = new RegExp(`/admin/people/([0-9a-f-]{36})"(?:(?!/admin/people/).)*?>${name}<`, 's').exec(
      people,
    )?.[1];
    if (id === undefined) throw new Error(`${name} is not on the list of people`);
    return { id, headers: await signIn(name) };
  }

  test('join by a link that is good once, with the role they were invited to', async () => {
    const link = await invite('hanako');
    expect(await (await get(link)).text()).toContain('hanako');
    const weak = await join(link, 'hanako2026hanako');
    expect(weak.status).toBe(400);
    expect(await weak.text()).toContain('ログイン名や氏名');
    expect((await join(link)).headers.get('Location')).toBe('/login?joined=1');
    expect((await get(link)).status).toBe(410);
    expect((await join(link)).status).toBe(410);
    const headers = await signIn('hanako');
    expect((await get('/staff', headers)).status).toBe(200);
    expect((await get('/admin/people', headers)).status).toBe(403);
  });

  test('are not invited twice under one name, and a link withdrawn is good no longer', async () => {
    const form = { name: 'demo-staff', 'display-name': '山田花子', role: 'staff' };
    const taken = await post('/admin/people/new', form, admin);
    expect([taken.status, await taken.text()]).toEqual([
      400,
      expect.stringContaining('すでに使われています'),
    ]);
    const first = await invite('withdrawn');
    const second = await invite('withdrawn');
    expect((await get(first)).status).toBe(410);
    expect((await get(second)).status).toBe(200);
    await post('/admin/people', { withdraw: 'withdrawn' }, admin);
    expect((await get(second)).status).toBe(410);
  });

  test('lose and gain rights from their very next request on', async () => {
    const { id, headers } = await makePerson('ichiro');
    const path = `/admin/people/${id}`;
    expect((await get('/staff', headers)).status).toBe(200);
    await post(path, { action: 'role', role: 'manager' }, admin);
    expect((await get('/staff', headers)).status).toBe(403);
    await post(path, { action: 'disable' }, admin);
    expect((await get('/manager', headers)).headers.get('Location')).toMatch(/^\/login/);
    expect((await post('/login', { name: 'ichiro', password })).status).toBe(401);
    await post(path, { action: 'enable' }, admin);
    expect((await get('/manager', headers)).status).toBe(302);
    expect((await get('/manager', await signIn('ichiro'))).status).toBe(200);
  });

  test('who are stopped see no more of a live page they left open', { timeout: 60_000 }, async () => {
    const { id, headers } = await makePerson('nanako');
    const stream = await get('/manager/rounds/demo-residents-2026/events', headers);
    expect(stream.status).toBe(200);
    await post(`/admin/people/${id}`, { action: 'disable' }, admin);
    // Resolves only when the server ends the stream.
    expect(await stream.text()).toContain('event: count');
  });

  test('never leave the office without an admin', async () => {
    const self = '/admin/people/demo-admin';
    for (const fields of [{ action: 'disable' }, { action: 'role', role: 'staff' }]) {
      expect((await post(self, fields as Record<string, string>, admin)).status).toBe(409);
    }
    expect((await get('/admin/people', admin)).status).toBe(200);
  });

  test('change their password with the old one, and are signed out elsewhere', async () => {
    const { headers } = await makePerson('jiro');
    const elsewhere = await signIn('jiro');
    const change = (old: string) =>
      post(
        '/account/password',
        { password: old, 'new-password': newPassword, 'new-password-again': newPassword },
        headers,
      );
    expect((await change('not the password')).status).toBe(400);
    expect((await change(password)).status).toBe(200);
    expect((await get('/account', headers)).status).toBe(200);
    expect((await get('/account', elsewhere)).status).toBe(302);
    expect((await post('/login', { name: 'jiro', password })).status).toBe(401);
    expect((await get('/account', await signIn('jiro', newPassword))).status).toBe(200);
  });

  test('get another password by a link that ends all their sessions', async () => {
    const { id, headers } = await makePerson('saburo');
    await join(await makePasswordLink(id), newPassword);
    expect((await get('/account', headers)).status).toBe(302);
    expect((await post('/login', { name: 'saburo', password })).status).toBe(401);
    expect((await get('/account', await signIn('saburo', newPassword))).status).toBe(200);
  });

  test.each([
    ['is stopped', 'hachiro', { action: 'disable' }],
    ['is an admin no longer', 'kuro', { action: 'role', role: 'staff' }],
  ] as const)('get no rights by the links of somebody who %s', async (_when, name, change) => {
    const friend = await makePerson(`${name}-friend`);
    const { id, headers } = await makePerson(name, 'admin');
    const links = [
      await invite(`${name}-later`, { role: 'admin', by: headers }),
      await makePasswordLink(friend.id, headers),
    ];
    const ours = await invite(`${name}-ours`);
    for (const link of [...links, ours]) expect((await get(link)).status).toBe(200);
    await post(`/admin/people/${id}`, { ...change }, admin);
    for (const link of links) {
      expect((await get(link)).status).toBe(410);
      expect((await join(link)).status).toBe(410);
    }
    expect((await get(ours)).status).toBe(200);
    expect(await (await get('/admin/people', admin)).text()).not.toContain(`${name}-later`);
    expect(await readAudit('account.invitation_withdrawn')).toContain(`${name}-later`);
  });

  test('keep the password they chose last: links to another one are void from then on', async () => {
    const { id, headers } = await makePerson('juro');
    const link = await makePasswordLink(id);
    await post(
      '/account/password',
      { password, 'new-password': newPassword, 'new-password-again': newPassword },
      headers,
    );
    expect((await get(link)).status).toBe(410);
    const second = await makePasswordLink(id);
    await post(`/admin/people/${id}`, { action: 'disable' }, admin);
    await post(`/admin/people/${id}`, { action: 'enable' }, admin);
    expect((await get(second)).status).toBe(410);
    const third = await makePasswordLink(id);
    expect((await get(third)).status).toBe(200);
    const command = await runCommand('app/account.ts', '--name', 'juro', '--role', 'staff');
    expect(command.exitCode, command.output).toBe(0);
    expect((await get(third)).status).toBe(410);
  });

  test('who are admins do to themselves only what asks for their password', async () => {
    const self = '/admin/people/demo-admin';
    for (const action of ['password-link', 'stop-second-step']) {
      const refused = await post(self, { action }, admin);
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('自分のアカウント');
    }
    const page = await (await get(self, admin)).text();
    expect(page).not.toMatch(/password-link|stop-second-step/);
    expect(page).toContain('href="/account"');
    const { id } = await makePerson('juichiro');
    expect(await (await get(`/admin/people/${id}`, admin)).text()).toContain('password-link');
  });

  test('see where they are signed in and end it there, but not for others', async () => {
    const { headers } = await makePerson('shiro');
    const elsewhere = await signIn('shiro');
    const page = await (await get('/account', headers)).text();
    const session = /name="session" value="([\w-]{43})"/.exec(page)?.[1] ?? '';
    expect(page).toContain('この端末');
    const stranger = { Cookie: await logIn(server, 'staff') };
    await post('/account', { session }, stranger);
    expect((await get('/account', elsewhere)).status).toBe(200);
    await post('/account', { session }, headers);
    expect((await get('/account', elsewhere)).status).toBe(302);
    expect((await get('/account', headers)).status).toBe(200);
  });

  test('are asked for a code once they have set one up; each code is good once', async () => {
    const { headers } = await makePerson('goro');
    expect((await post('/account/second-step', { action: 'start', password: 'wrong' }, headers)).status).toBe(
      400,
    );
    await post('/account/second-step', { action: 'start', password }, headers);
    const page = await (await get('/account/second-step', headers)).text();
    const secret = /break-all">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    expect((await get('/account', await signIn('goro'))).status).toBe(200);

    const confirmed = await post(
      '/account/second-step',
      { action: 'confirm', code: totp.generate() },
      headers,
    );
    const [recoveryCode = ''] = (await confirmed.text()).match(/[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/) ?? [];
    expect(confirmed.headers.get('Cache-Control')).toBe('no-store');

    const halfway = async () => {
      const response = await post('/login', { name: 'goro', password, next: '/account' });
      expect(response.headers.get('Location')).toBe('/login/code');
      expect(cookieOf(response, 'koebako_session')).toBe('');
      return { Cookie: cookieOf(response, 'koebako_login_step') };
    };
    const step = await halfway();
    expect((await get('/account', step)).status).toBe(302);
    const code = totp.generate({ timestamp: Date.now() + 30_000 });
    const signedIn = await post('/login/code', { code }, step);
    expect(signedIn.headers.get('Location')).toBe('/account');
    expect((await get('/account', { Cookie: cookieOf(signedIn, 'koebako_session') })).status).toBe(200);
    expect((await post('/login/code', { code }, step)).status).toBe(401);

    expect((await post('/login/code', { code: recoveryCode.toLowerCase() }, await halfway())).status).toBe(
      303,
    );
    const again = await halfway();
    expect((await post('/login/code', { code: recoveryCode }, again)).status).toBe(401);
    for (let n = 2; n <= 5; n++)
      expect((await post('/login/code', { code: '000000' }, again)).status).toBe(401);
    expect((await post('/login/code', { code: totp.generate() }, again)).status).toBe(429);
    expect((await post('/login/code', { code: '000000' })).headers.get('Location')).toBe('/login');

    const { rows } = await readSecrets('goro');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(recoveryCode.replaceAll('-', ''));
  });

  /** What the database holds about somebody's second step. */
  async function readSecrets(name: string) {
    const { db, close } = connect(database.url);
    const rows = await db
      .selectFrom('account')
      .innerJoin('account_totp', 'account_totp.account_id', 'account.id')
      .leftJoin('recovery_code', 'recovery_code.account_id', 'account.id')
      .selectAll()
      .where('name', '=', name)
      .execute();
    await close();
    expect(rows.length).toBeGreaterThan(0);
    return { rows };
  }

  test('stand in the audit log with what they did, without passwords, links and codes', async () => {
    const link = await invite('rokuro');
    await join(link);
    await post('/login', { name: 'rokuro', password: 'a wrong password' });
    await post('/login', { name: 'typed-my-password-here', password });
    const page = await (await get('/admin/audit', admin)).text();
    for (const words of ['利用者を招待した', '招待を受けて利用を始めた', 'ログインに失敗した']) {
      expect(page).toContain(words);
    }
    const csv = await (await get('/admin/audit.csv', admin)).text();
    expect(csv).toContain('"session.refused"');
    for (const secret of [password, newPassword, demoLogin('admin').password, link.slice(6), 'typed-my']) {
      expect(csv).not.toContain(secret);
    }
    const narrowed = await (await get('/admin/audit.csv?action=account.invited', admin)).text();
    expect(narrowed).toContain('"account.invited"');
    expect(narrowed).not.toContain('"session.opened"');
  });

  test('leave a trace when they miss their own password, and one when they are stopped from guessing', async () => {
    const { id, headers } = await makePerson('juniro');
    const wrong = { password: 'not my password' };
    const change = { ...wrong, 'new-password': newPassword, 'new-password-again': newPassword };
    await post('/account/password', change, headers);
    await post('/account/second-step', { action: 'start', ...wrong }, headers);
    const refused = (await readAudit('session.refused')).split('\n').filter((line) => line.includes(id));
    expect(refused).toHaveLength(2);
    for (const line of refused) expect(line).toContain('own-password');

    for (let n = 0; n < 8; n++) await post('/account/password', change, headers);
    for (let n = 0; n < 8; n++) await post('/login', { name: 'my-secret-typed-here', password });
    const stopped = (await readAudit('session.throttled')).split('\n');
    expect(stopped.filter((line) => line.includes(id))).toHaveLength(1);
    // The other entry names nobody: there is no such account, and its name may have been a password.
    expect(stopped.filter((line) => line.includes('""password""'))).toHaveLength(1);
    expect(stopped.join('\n')).not.toMatch(/my-secret|127\.0\.0\.1/);
  });

  test('cannot change the audit log unnoticed', async () => {
    const intact = await verifyAudit();
    expect(intact).toMatchObject({ exitCode: 0, output: expect.stringContaining('異常はありません') });
    const [anchor = ''] = /\d+:[0-9a-f]{64}/.exec(intact.output) ?? [];
    expect(await verifyAudit('--anchor', anchor)).toMatchObject({ exitCode: 0 });
    const { db, close } = connect(database.url);
    await db.updateTable('audit_entry').set({ actor_name: 'somebody-else' }).where('seq', '=', 3).execute();
    await close();
    expect(await verifyAudit()).toMatchObject({ exitCode: 1, output: expect.stringContaining('3番の記録') });
  });

  const verifyAudit = (...parameters: readonly string[]) => runCommand('app/verify-audit.ts', ...parameters);

  async function runCommand(...parameters: readonly string[]) {
    const command = spawn(process.execPath, [...parameters], {
      env: { ...plainEnv(), DATABASE_URL: database.url, KOEBAKO_SECRET: 'x'.repeat(32) },
    });
    const [output, errors] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      once(command, 'close'),
    ]);
    return { exitCode: command.exitCode, output: output + errors };
  }
});
