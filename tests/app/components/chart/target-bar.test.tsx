import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TargetBar } from '#app/components/chart/target-bar.tsx';

const share = { min: 0, max: 1, value: 0.513, target: 0.5, description: '結果 51.3%、目標 50%以上' };

describe('TargetBar', () => {
  it('is as long as its value and marks the target', () => {
    const markup = renderToStaticMarkup(<TargetBar {...share} />);
    expect(markup).toMatch(/class="target-bar-value"[^>]*width="51.30%"/);
    expect(markup).toMatch(/class="target-bar-mark"[^>]*x1="50.00%"/);
  });

  it('says everything it draws in words', () => {
    expect(renderToStaticMarkup(<TargetBar {...share} />)).toContain('aria-label="結果 51.3%、目標 50%以上"');
  });

  it('puts a score on its own axis', () => {
    const markup = renderToStaticMarkup(<TargetBar {...share} max={5} value={3} target={3.5} />);
    expect(markup).toContain('width="60.00%"');
    expect(markup).toContain('x1="70.00%"');
  });

  it('draws the interval, kept within the axis', () => {
    const markup = renderToStaticMarkup(<TargetBar {...share} interval={{ lower: -0.1, upper: 1.2 }} />);
    expect(markup).toContain('x1="0.00%" x2="100.00%"');
  });

  it('draws no bar without a value', () => {
    expect(renderToStaticMarkup(<TargetBar {...share} value={null} />)).not.toContain('target-bar-value');
  });

  it('needs no style attribute, which the content security policy would drop', () => {
    expect(renderToStaticMarkup(<TargetBar {...share} size="large" />)).not.toContain(' style=');
  });
});
