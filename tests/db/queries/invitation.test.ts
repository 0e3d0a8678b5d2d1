import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { insertAccount, updateAccountDisabled, updateAccountRole } from '#db/queries/account.ts';
import {
  deleteInvitation,
  deleteInvitationsMadeBy,
  findInvitation,
  type Invitation,
  listInvitations,
  replaceInvitation,
  takeInvitation,
} from '#db/queries/invitation.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const monday = '2026-11-23T00:00:00.000Z';
const friday = '2026-11-27T00:00:00.000Z';
const makeInvitation = (changes: Partial<Invitation> = {}): Invitation => ({
  tokenHash: randomUUID(),
  accountId: null,
  name: randomUUID(),
  displayName: '山田花子',
  role: 'staff',
  createdAt: monday,
  expiresAt: friday,
  madeBy: null,
  ...changes,
});

describeOnEachDatabase('invitation', (getDb) => {
  async function makeAdmin(): Promise<{ readonly id: string; readonly name: string }> {
    const admin = { id: randomUUID(), name: randomUUID() };
    const account = { ...admin, displayName: '山田', role: 'admin', isDisabled: false } as const;
    await insertAccount(getDb(), { ...account, passwordHash: '' });
    return admin;
  }

  it('is found until it expires', async () => {
    const invitation = makeInvitation();
    await replaceInvitation(getDb(), invitation);
    expect(await findInvitation(getDb(), { ...invitation, now: monday })).toEqual(invitation);
    expect(await findInvitation(getDb(), { ...invitation, now: friday })).toBeUndefined();
    expect(await takeInvitation(getDb(), { ...invitation, now: friday })).toBeUndefined();
    expect(await listInvitations(getDb())).toContainEqual(invitation);
  });

  it('is taken by one of many', async () => {
    const invitation = makeInvitation();
    await replaceInvitation(getDb(), invitation);
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => takeInvitation(getDb(), { ...invitation, now: monday })),
    );
    expect(taken.filter((one) => one !== undefined)).toEqual([invitation]);
    expect(await findInvitation(getDb(), { ...invitation, now: monday })).toBeUndefined();
  });

  it('makes an earlier one for the same name void', async () => {
    const first = makeInvitation();
    const second = makeInvitation({ name: first.name, role: 'manager' });
    await replaceInvitation(getDb(), first);
    await replaceInvitation(getDb(), second);
    expect(await findInvitation(getDb(), { ...first, now: monday })).toBeUndefined();
    expect(await findInvitation(getDb(), { ...second, now: monday })).toEqual(second);
  });

  it('is withdrawn by name', async () => {
    const invitation = makeInvitation();
    await replaceInvitation(getDb(), invitation);
    expect(await deleteInvitation(getDb(), invitation.name)).toBe(true);
    expect(await deleteInvitation(getDb(), invitation.name)).toBe(false);
    expect(await findInvitation(getDb(), { ...invitation, now: monday })).toBeUndefined();
  });

  it('is withdrawn with all others of who made it, and no others', async () => {
    const [maker, other] = [await makeAdmin(), await makeAdmin()];
    const mine = ['b', 'a'].map((name) => makeInvitation({ name: `${name}-${maker.id}`, madeBy: maker.id }));
    const others = makeInvitation({ madeBy: other.id });
    for (const invitation of [...mine, others]) await replaceInvitation(getDb(), invitation);
    const names = mine.map(({ name }) => name).toSorted();
    expect(await deleteInvitationsMadeBy(getDb(), maker.id)).toEqual(names);
    expect(await deleteInvitationsMadeBy(getDb(), maker.id)).toEqual([]);
    expect(await findInvitation(getDb(), { ...others, now: monday })).toEqual(others);
  });

  it('belongs to who made it last', async () => {
    const [first, second] = [await makeAdmin(), await makeAdmin()];
    const earlier = makeInvitation({ madeBy: first.id });
    const later = makeInvitation({ name: earlier.name, madeBy: second.id });
    await replaceInvitation(getDb(), earlier);
    await replaceInvitation(getDb(), later);
    expect(await deleteInvitationsMadeBy(getDb(), first.id)).toEqual([]);
    expect(await findInvitation(getDb(), { ...later, now: monday })).toEqual(later);
  });

  it('is good only while who made it is an admin who may sign in', async () => {
    const stop = [
      ({ id }: { readonly id: string }) => updateAccountRole(getDb(), { id, role: 'staff' }),
      ({ name }: { readonly name: string }) => updateAccountDisabled(getDb(), { name, isDisabled: true }),
    ];
    for (const change of stop) {
      const maker = await makeAdmin();
      const invitation = makeInvitation({ madeBy: maker.id });
      await replaceInvitation(getDb(), invitation);
      expect(await findInvitation(getDb(), { ...invitation, now: monday })).toEqual(invitation);
      await change(maker);
      expect(await findInvitation(getDb(), { ...invitation, now: monday })).toBeUndefined();
      expect(await takeInvitation(getDb(), { ...invitation, now: monday })).toBeUndefined();
    }
  });
});
