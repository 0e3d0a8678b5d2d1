import { expect, it } from 'vitest';
import { importReasonMessage, sheetColumnName } from '#app/i18n/ja/paper.ts';

it('names a column as spreadsheet and form do', () => {
  expect(
    [
      { kind: 'own', index: 0, holds: 'serial' } as const,
      { kind: 'question', index: 27, number: 24 } as const,
      { kind: 'headed', index: 1, heading: 'colour' } as const,
      { kind: 'bare', index: 40 } as const,
      { kind: 'missing', number: 7 } as const,
      { kind: 'told', text: 'C列(問2)' } as const,
    ].map(sheetColumnName),
  ).toEqual(['A列(通し番号)', 'AB列(問24)', 'B列「colour」', 'AO列', '問7', 'C列(問2)']);
});

it('says what is wrong with a sheet, with what belongs to it', () => {
  expect(importReasonMessage({ kind: 'too_many_rows', maximum: 200_000 })).toContain('200,000行まで');
  expect(importReasonMessage({ kind: 'merged_cells', range: 'A2:A3' })).toContain('セルA2:A3が結合');
  expect(importReasonMessage({ kind: 'error_value', cell: 'B4', value: '#DIV/0!' })).toContain(
    'セルB4がエラー(#DIV/0!)',
  );
  expect(importReasonMessage({ kind: 'bad_answer', error: { code: 'unknown_option' } })).toContain(
    '一致しません',
  );
  expect(
    importReasonMessage({ kind: 'bad_answer', error: { code: 'too_long', max: 100, length: 101 } }),
  ).toContain('100文字以内');
  expect(importReasonMessage({ kind: 'told', text: '前の版の文' })).toBe('前の版の文');
});
