import { expect, it } from 'vitest';
import { findLetter } from '#app/fielding/answer/find-letter.ts';
import { withdrawCode } from '#db/queries/code-state.ts';
import { storeLetterRound } from '#tests/app/fielding/answer/letter-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

describeOnEachDatabase('the code of a letter', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now });
  const services = () => getServices().services;
  const find = (typedCode: string) => findLetter(services(), { typedCode, clientIp: '10.0.0.1' });

  it('leads to its round, with what the browser keeps in its place', async () => {
    const { round, codes } = await storeLetterRound(services());
    const code = codes[1] ?? '';
    const found = await find(`https://koebako.example/c/${code}`);
    expect(found).toMatchObject({ kind: 'usable', round: { id: round.id } });
    expect(found.kind === 'usable' && found.token).toBe(services().secrets.codeToken(round.id, code));
    expect(JSON.stringify(found)).not.toContain(code);
  });

  it('says nothing of a withdrawn letter before its round is open', async () => {
    const open = await storeLetterRound(services());
    const approved = await storeLetterRound(services(), { state: 'approved' });
    for (const { round } of [open, approved]) {
      await withdrawCode(getDb(), { roundId: round.id, serial: 1, to: 'void' });
    }
    expect((await find(open.codes[0] ?? '')).kind).toBe('withdrawn');
    expect((await find(approved.codes[0] ?? '')).kind).toBe('not_open_yet');
  });

  it('tells a slip from a code that nobody has', async () => {
    const { codes } = await storeLetterRound(services(), { nLetters: 1 });
    const [code = ''] = codes;
    const stranger = services().secrets.accessCode('another round', 'seed', 1);
    const refused = (kind: string) => ({ kind: 'refused', obstacle: { kind } });
    expect(await find('')).toEqual(refused('empty'));
    expect(await find(`${code.slice(1)}${code.slice(0, 1)}`)).toEqual(refused('mistyped'));
    expect(await find(stranger)).toEqual(refused('unknown'));
    expect((await find(`${' '.repeat(250)}${code}`)).kind).toBe('refused');
  });
});
