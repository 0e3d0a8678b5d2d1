import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';

it('links every message to its field', () => {
  const markup = renderToStaticMarkup(
    <ErrorSummary title="確認してください" errors={[{ href: '#q-feel', message: '問1 選んでください。' }]} />,
  );
  expect(markup).toContain('<a href="#q-feel">問1 選んでください。</a>');
  expect(markup).toContain('role="alert"');
});

it('draws nothing when nothing is wrong', () => {
  expect(renderToStaticMarkup(<ErrorSummary title="確認してください" errors={[]} />)).toBe('');
});
