import { describe, expect, it } from 'vitest';
import { listTemplateColumns, readHeading } from '#surveys/paper/import-columns.ts';
import { createRowReader } from '#surveys/paper/import-row.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const round = { questionnaire: sampleQuestionnaire, frame: null, access: 'open' } as const;
const names = listTemplateColumns(sampleQuestionnaire);

function read(cells: Readonly<Record<string, string>>) {
  const heading = readHeading(sampleQuestionnaire, names);
  if (!heading.ok) throw new Error('the template is no heading');
  return createRowReader(round, heading.columns)(names.map((name) => cells[name] ?? ''));
}

describe('a heading', () => {
  it('names missing, unknown and repeated columns', () => {
    const cells = ['\uFEFFvisited', 'visited', 'colour', ...names.slice(5)];
    const check = readHeading(sampleQuestionnaire, cells);
    expect(check.ok ? [] : check.problems).toEqual([
      { kind: 'missing_column', column: 'service' },
      { kind: 'unknown_column', column: 'colour' },
      { kind: 'repeated_column', column: 'visited' },
    ]);
  });
});

describe('a row', () => {
  it('is read by codes, numbers and labels; blanks are 無回答', () => {
    expect(read({ _serial: '0012', visited: '1', service: 'bad', reasons: '1;far', speed: '4' })).toEqual({
      ok: true,
      form: {
        serial: '12',
        code: undefined,
        stratum: 'all',
        answers: { visited: 'visited', service: 'bad', reasons: ['slow', 'far'], speed: '4' },
      },
    });
  });

  it('names every column that is wrong, and why', () => {
    const check = read({ _serial: 'A1', _code: 'x', _stratum: '4', visited: '3', comment: 'あ'.repeat(101) });
    expect(check.ok ? [] : check.problems).toEqual([
      { column: '_serial', reason: { code: 'not_a_serial' } },
      { column: '_stratum', reason: { code: 'unknown_stratum' } },
      { column: '_code', reason: { code: 'no_code_asked' } },
      { column: 'visited', reason: { code: 'unknown_option' } },
      { column: 'comment', reason: { code: 'too_long', max: 100, length: 101 } },
    ]);
  });

  it('does not mind what stands under a branch not taken', () => {
    expect(read({ visited: '2', service: '99' })).toMatchObject({
      ok: true,
      form: { answers: { visited: 'not-visited' } },
    });
  });
});
