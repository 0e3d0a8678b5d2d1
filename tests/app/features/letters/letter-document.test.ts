import { Readable } from 'node:stream';
import { text as textOfStream } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type LetterDocument, writeLetters } from '#app/features/letters/letter-document.server.tsx';
import { createSecrets } from '#app/fielding/secrets.ts';

const secrets = createSecrets('a master secret that only this test knows, long enough');
const facts: LetterDocument = {
  kind: 'invitation',
  title: '区民 <アンケート> & ほか',
  wardOffice: '此花区役所',
  purpose: '区政に生かすため。',
  closesAt: '2026-12-31T14:59:00.000Z',
  minutes: 5,
  nQuestions: 16,
  isDrawn: true,
  isAnonymous: true,
  isDemo: false,
  reminder: 'everyone',
  contact: '総務課',
  locales: ['ja', 'ja-easy', 'en'],
  origin: 'https://ward.example',
  styleHref: '/assets/letter.css',
};
const letters = Array.from({ length: 3_500 }, (_, index) => ({
  serial: index + 1,
  stratum: index % 2 === 0 ? '北部' : '南部',
  code: secrets.accessCode('round', 'seed', index + 1),
}));

const textOf = (pieces: AsyncIterable<string>) => textOfStream(Readable.from(pieces));

describe('writeLetters', () => {
  it('writes 3,500 letters in pieces that stay small', async () => {
    let nPieces = 0;
    let nLetters = 0;
    let longest = 0;
    for await (const piece of writeLetters(facts, letters)) {
      nPieces += 1;
      nLetters += piece.match(/<article /g)?.length ?? 0;
      longest = Math.max(longest, piece.length);
    }
    expect(nLetters).toBe(3_500);
    expect(nPieces).toBeGreaterThan(100);
    expect(longest).toBeLessThan(200_000);
  }, 60_000);

  it('prints the code in groups, the short address, the number, and nothing that could run', async () => {
    const letter = { serial: 42, stratum: 'all', code: 'W2QQ3AXCEN7TX6' };
    const html = await textOf(writeLetters(facts, [letter]));
    for (const text of [
      'W2QQ3-AXCEN-7TX6',
      'https://ward.example/c<',
      '整理番号 00042 / 全体',
      '2026年12月31日(木)まで',
      '無作為に選ばれた',
      '&lt;アンケート&gt; &amp; ほか',
      '全員にお送りします',
      'お問い合わせ</h3><p>総務課',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toMatch(/<アンケート>|style=|<script/);
    expect(html).toMatch(/<svg class="qr" viewBox="-4 -4 \d+ \d+"/);
  });

  it('marks letters of the demo, which nobody may send', async () => {
    const html = await textOf(writeLetters({ ...facts, isDemo: true }, letters.slice(0, 1)));
    expect(html).toContain('発送しないでください');
  });

  it('tells organisations and mystery shoppers that their names are recorded, and residents that theirs are not', async () => {
    const [letter] = letters.slice(0, 1);
    if (!letter) throw new Error('no letter was made');
    const privacyOf = async (isAnonymous: boolean) =>
      /回答の取り扱い<\/h3><p>([^<]*)/.exec(
        await textOf(writeLetters({ ...facts, isAnonymous }, [letter])),
      )?.[1];
    expect(await privacyOf(false)).toContain('団体・調査員の名前と一緒に記録し');
    expect(await privacyOf(false)).not.toContain('無記名');
    expect(await privacyOf(true)).toMatch(/^この調査は無記名です/);
  });

  it('says in every other language that one may answer in it, with readings above kanji', async () => {
    const html = await textOf(writeLetters(facts, letters.slice(0, 1)));
    expect(html).toContain('<li lang="en">You can answer in English: scan the QR code');
    expect(html).toContain('<ruby>日本語<rp>(</rp><rt>にほんご</rt><rp>)</rp></ruby>でも ');
    expect(await textOf(writeLetters({ ...facts, locales: ['ja'] }, letters.slice(0, 1)))).not.toContain(
      'class="languages"',
    );
  });

  it('reminds everyone without a code, pointing to the earlier letter', async () => {
    const letter = { serial: 7, stratum: '北部', code: undefined };
    const html = await textOf(writeLetters({ ...facts, kind: 'reminder' }, [letter]));
    for (const text of [
      'お礼を申し上げます',
      '先日のお手紙に印刷されている回答コード',
      'https://ward.example/c<',
      '整理番号 00007',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('class="code"');
  });

  it('reminds those who have not answered with their code', async () => {
    const letter = { serial: 7, stratum: '北部', code: 'W2QQ3AXCEN7TX6' };
    const html = await textOf(writeLetters({ ...facts, kind: 'reminder', reminder: 'unused' }, [letter]));
    expect(html).toContain('W2QQ3-AXCEN-7TX6');
    expect(html).toContain('まだ届いていないようです');
  });
});
