import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SettleNotice } from '#app/features/keying/settle-notice.tsx';

it('names a question that only the decided answers ask, as it names the others', () => {
  const side = { kind: 'not_asked' } as const;
  const asked = { label: '問2 感じるか', hints: [], left: side, right: side, other: '', none: '' };
  const neverKeyed = [{ ...asked, field: 'feel', input: 'number' } as const];
  const form = { errors: { feel: '選んでください。' }, values: {}, neverKeyed };
  const view = {
    id: 'round',
    title: '',
    isDemo: false,
    takesPaper: true,
    settler: 'other',
    waiting: [],
    mismatches: [],
    errorRates: [],
  } as const;
  const page = renderToStaticMarkup(
    <SettleNotice answer={{ kind: 'invalid', serial: '7', form }} view={view} />,
  );
  expect(page).toContain('<a href="#7-feel">問2: 選んでください。</a>');
});
