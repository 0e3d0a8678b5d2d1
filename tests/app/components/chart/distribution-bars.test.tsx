import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DistributionBars } from '#app/components/chart/distribution-bars.tsx';

it('gives every bar as a table row with label, share and count', () => {
  const markup = renderToStaticMarkup(
    <DistributionBars
      caption="回答の分布"
      bars={[{ label: '感じる', n: 1234, share: 0.2, display: '20.0%' }]}
    />,
  );
  expect(markup).toContain('<th scope="row">感じる</th>');
  expect(markup).toContain('20.0%');
  expect(markup).toContain('1,234');
  expect(markup).toContain('width="20.00%"');
});
