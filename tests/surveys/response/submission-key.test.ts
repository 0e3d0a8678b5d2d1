import { describe, expect, it } from 'vitest';
import { importedRowKey, paperKey, parseSubmissionKey } from '#surveys/response/submission-key.ts';

describe('a submission key that was sent', () => {
  it.each(['a'.repeat(22), 'A1_-'.repeat(16)])('is taken: %s', (key) => {
    expect(parseSubmissionKey(key)).toBe(key);
  });

  it.each([null, undefined, '', 'a'.repeat(21), 'a'.repeat(65), `${'a'.repeat(22)} `, `${'a'.repeat(21)}\n`])(
    'is refused: %j',
    (key) => {
      expect(parseSubmissionKey(key)).toBeUndefined();
    },
  );

  it('cannot be that of a paper form or of an imported row', () => {
    expect(parseSubmissionKey(paperKey('1'.repeat(30)))).toBeUndefined();
    expect(parseSubmissionKey(importedRowKey('a'.repeat(30), 2))).toBeUndefined();
  });
});
