import { describe, expect, it } from 'vitest';
import { parseInvitees } from '#surveys/round/invitees.ts';

describe('parseInvitees', () => {
  it('reads a name a line, with a number where it is not 1', () => {
    expect(parseInvitees('北港会\r\n\n調査員A, 3\n調査員B、12\n西九条\t2\n')).toEqual({
      ok: true,
      invitees: [
        { name: '北港会', nCodes: 1 },
        { name: '調査員A', nCodes: 3 },
        { name: '調査員B', nCodes: 12 },
        { name: '西九条', nCodes: 2 },
      ],
    });
  });

  it('gives nobody for an empty text', () => {
    expect(parseInvitees(' \n')).toEqual({ ok: true, invitees: [] });
  });

  it('names every line that is wrong', () => {
    expect(parseInvitees(`北港会\n北港会,2\n調査員A,0\n調査員B,多い\n${'長'.repeat(61)}\n,3`)).toEqual({
      ok: false,
      problems: [
        { line: 2, kind: 'repeated' },
        { line: 3, kind: 'wrong_number' },
        { line: 4, kind: 'wrong_number' },
        { line: 5, kind: 'too_long' },
        { line: 6, kind: 'too_long' },
      ],
    });
  });
});
