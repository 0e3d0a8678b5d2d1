import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { acceptKioskAnswer, checkKioskCode } from '#app/fielding/answer/kiosk-answer.ts';
import { loadKiosk } from '#app/fielding/devices/load-kiosk.ts';
import { insertDevice } from '#db/queries/device.ts';
import { listDeviceCounts } from '#db/queries/device-count.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeLetterRound } from '#tests/app/fielding/answer/letter-fixture.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';
import { useServices } from '#tests/helpers/services.ts';

const deviceId = 'tablet';
const clientIp = '10.0.0.1';

describeOnEachDatabase('an answer at the counter', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    now,
    async prepare({ db, usedCodes }) {
      await usedCodes.open();
      await insertDevice(db, { id: deviceId, name: '窓口', roundId: null, createdAt: now });
    },
  });
  const services = () => getServices().services;
  const answerOf = (round: Round, changes: Partial<Parameters<typeof acceptKioskAnswer>[1]> = {}) => ({
    deviceId,
    clientIp,
    roundId: round.id,
    submissionKey: randomUUID(),
    typed: { visited: ['no'], _round: [round.id] },
    code: '',
    language: 'ja',
    ...changes,
  });
  const accept = (...parts: Parameters<typeof answerOf>) => acceptKioskAnswer(services(), answerOf(...parts));

  it('counts once, however often the tablet sends it, and for the tablet', async () => {
    const round = await storeRound(getDb(), { design: 'self-selected' });
    const answer = answerOf(round);
    expect(await acceptKioskAnswer(services(), answer)).toBe('accepted');
    expect(await acceptKioskAnswer(services(), answer)).toBe('repeated');
    expect(await nResponses(getDb(), round.id)).toBe(1);
    expect(await listDeviceCounts(getDb())).toContainEqual({ roundId: round.id, deviceId, n: 1 });
  });

  it('is refused without a key, with a broken answer, and for a round that tablets may not show', async () => {
    const round = await storeRound(getDb(), { design: 'self-selected' });
    expect(await accept(round, { submissionKey: undefined })).toBe('invalid');
    expect(await accept(round, { typed: { visited: ['perhaps'] } })).toBe('invalid');
    expect(await accept(await storeRound(getDb()))).toBe('invalid');
    expect(await accept(round, { roundId: '' })).toBe('invalid');
    expect(await nResponses(getDb(), round.id)).toBe(0);
  });

  it('needs a code where the round asks for one, and uses it up', async () => {
    const { round, codes } = await storeLetterRound(services());
    const [code = '', other = ''] = codes;
    expect(await accept(round)).toBe('code_refused');
    expect(await accept(round, { code: code.toLowerCase() })).toBe('accepted');
    expect(await accept(round, { code })).toBe('code_used');
    const check = (typed: string) => checkKioskCode(services(), { roundId: round.id, code: typed, clientIp });
    expect(await check(other)).toEqual({ kind: 'ready' });
    expect(await check(other)).toEqual({ kind: 'ready' });
    expect(await check(code)).toEqual({ kind: 'refused', obstacle: { kind: 'used' } });
    expect(await check('')).toEqual({ kind: 'refused', obstacle: { kind: 'empty' } });
  });

  it('knows a code of its own round only', async () => {
    const { round } = await storeLetterRound(services());
    const { codes } = await storeLetterRound(services());
    const code = codes[0] ?? '';
    const check = (roundId: string) => checkKioskCode(services(), { roundId, code, clientIp });
    expect(await check(round.id)).toEqual({ kind: 'refused', obstacle: { kind: 'unknown' } });
    expect(await check('nowhere')).toEqual({ kind: 'refused', obstacle: { kind: 'not_open' } });
  });

  it('is not taken after the closing, when the tablet shows no round any more', async () => {
    const round = await storeRound(getDb(), { design: 'self-selected' });
    const device = { id: deviceId, name: '窓口', roundId: round.id };
    const times = { createdAt: now, pairedAt: now, revokedAt: null, lastUsedOn: null };
    const look = async () => (await loadKiosk(services(), { ...device, ...times })).kind;
    expect(await look()).toBe('ready');
    await putRoundInState(getDb(), { roundId: round.id, from: 'open', to: 'closed' });
    expect(await look()).toBe('waiting');
    expect(await accept(round)).toBe('not_open');
    expect((await loadKiosk(services(), undefined)).kind).toBe('unpaired');
  });
});
