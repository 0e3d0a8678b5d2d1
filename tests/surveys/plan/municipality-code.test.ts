import { expect, it } from 'vitest';
import { withCheckDigit } from '#surveys/plan/municipality-code.ts';

// As the list of the 総務省 has them; the remainder of 110001 is 0, of 090000 it is 1.
it.each(['271047', '271004', '131016', '011002', '401307', '110001', '090000'])(
  'gives %s its last digit',
  (code) => {
    expect(withCheckDigit(code.slice(0, 5))).toBe(code);
  },
);
