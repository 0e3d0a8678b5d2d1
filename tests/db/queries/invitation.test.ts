import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  deleteInvitation,
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
  ...changes,
});

describeOnEachDatabase('invitation', (getDb) => {
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
});
