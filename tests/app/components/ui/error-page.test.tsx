import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ErrorPage } from '#app/components/ui/error-page.tsx';
import { errorTexts } from '#app/i18n/ja/errors.ts';

const words = {
  title: '見つかりません',
  whatHappened: 'ページがありません。',
  whatToDo: 'お確かめください。',
};

it('says what happened, what to do, and the number to tell the office', () => {
  const markup = renderToStaticMarkup(<ErrorPage words={words} frame={errorTexts.frame} faultId="a1b2" />);
  for (const part of [...Object.values(words), 'a1b2']) expect(markup).toContain(part);
});

it('speaks of no number where there is none', () => {
  expect(renderToStaticMarkup(<ErrorPage words={words} frame={errorTexts.frame} />)).not.toContain('番号');
});
