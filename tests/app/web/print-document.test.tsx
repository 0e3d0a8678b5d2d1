import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { drawOnce, sendPrintDocument, writePrintDocument } from '#app/web/print-document.tsx';

const write = drawOnce(['code', 'box'], (placeOf) => (
  <p title={placeOf('box')}>
    {placeOf('code')} / {placeOf('code')}
  </p>
));

it('puts the texts of a copy in their places, in elements and attributes, and nothing that could run', () => {
  expect(write({ code: '<b>', box: '"><script>' })).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; / &lt;b&gt;</p>',
  );
});

it('takes a text as it is, though it holds what replacing or another place would give a meaning to', () => {
  expect(write({ code: '$& $1 \uFDD1 \uE000', box: '' })).toBe(
    '<p title="">$&amp; $1 \uFDD1 \uE000 / $&amp; $1 \uFDD1 \uE000</p>',
  );
});

const head = {
  title: 'A & <B>',
  heading: '手紙',
  note: '印刷してください',
  screenClass: 'screen-only',
  styleHref: '/letter.css',
};

it('writes the items between the head and the end of one document', async () => {
  const items = Array.from({ length: 45 }, (_, index) => index);
  const pieces: string[] = [];
  for await (const piece of writePrintDocument(head, items, (item) => `<i>${item}</i>`)) pieces.push(piece);
  expect(pieces).toHaveLength(5);
  const html = pieces.join('');
  expect(html).toMatch(/^<!DOCTYPE html><html lang="ja"><head><meta charSet="utf-8"\/>/);
  expect(html).toContain('<title>A &amp; &lt;B&gt;</title>');
  expect(html).toContain('<main><i>0</i>');
  expect(html).toMatch(/<i>44<\/i><\/main><\/body><\/html>$/);
});

it('sends it as a page that nobody keeps', async () => {
  const response = sendPrintDocument(Readable.from(['a', 'b']));
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.text()).toBe('ab');
});
