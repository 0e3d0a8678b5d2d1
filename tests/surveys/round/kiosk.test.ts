import { expect, it } from 'vitest';
import { fitsKiosk } from '#surveys/round/kiosk.ts';

it('lets passers-by answer only where a code is asked for or respondents choose themselves', () => {
  const open = { access: 'open', audience: 'residents' } as const;
  expect(fitsKiosk({ ...open, design: 'self-selected' })).toBe(true);
  expect(fitsKiosk({ ...open, design: 'probability' })).toBe(false);
  expect(fitsKiosk({ ...open, design: 'census' })).toBe(false);
  expect(fitsKiosk({ ...open, design: 'panel' })).toBe(false);
  expect(fitsKiosk({ ...open, access: 'code', design: 'probability' })).toBe(true);
});

it('never shows the ward its own records', () => {
  expect(fitsKiosk({ access: 'code', audience: 'ward-records', design: 'self-selected' })).toBe(false);
});
