import { describe, expect, it } from 'vitest';
import {
  columnLetters,
  findColumn,
  listTemplateColumns,
  readHeading,
} from '#surveys/paper/import-columns.ts';
import { createRowReader, parseSerial } from '#surveys/paper/import-row.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { someDay } from '#tests/helpers/answered-on.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const noFrame: Frame = {
  source: '住民基本台帳',
  asOf: '2026-10-01',
  strata: [],
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};
const round = { questionnaire: sampleQuestionnaire, frame: null, access: 'open' } as const;
/** As programs name them: own columns, and every question by its id. */
const names = [
  ...['_serial', '_code', '_stratum'],
  ...sampleQuestionnaire.pages.flatMap(({ questions }) => questions.map(({ id }) => id)),
];

function columnsOf(cells: readonly string[]) {
  const heading = readHeading(sampleQuestionnaire, cells);
  if (!heading.ok) throw new Error(JSON.stringify(heading.problems));
  return heading.columns;
}

const read = (cells: Readonly<Record<string, string>>) =>
  createRowReader(round, columnsOf(names), someDay)(names.map((name) => cells[name] ?? ''));

describe('a heading', () => {
  it('names missing, unknown and repeated columns as a spreadsheet and the form do', () => {
    const cells = ['\uFEFFvisited', 'visited', 'colour', ...names.slice(5)];
    const check = readHeading(sampleQuestionnaire, cells);
    expect(check.ok ? [] : check.problems).toEqual([
      { kind: 'missing_column', column: { kind: 'missing', number: 2 } },
      { kind: 'repeated_column', column: { kind: 'headed', index: 1, heading: 'visited' } },
      { kind: 'unknown_column', column: { kind: 'headed', index: 2, heading: 'colour' } },
    ]);
  });

  it('is what the template writes, the numbers alone, or the texts alone', () => {
    const { questions } = columnsOf(names);
    const byTemplate = listTemplateColumns(round);
    const byNumber = ['通し番号', ...questions.map(({ number }) => `問${number}`)];
    const byText = ['通し番号', ...questions.map(({ question }) => question.text.ja)];
    for (const cells of [byTemplate, byNumber, byText]) {
      expect(columnsOf(cells).questions.map(({ index }) => index)).toEqual(
        questions.map(({ number }) => number),
      );
    }
    expect(byTemplate.slice(0, 2)).toEqual(['通し番号', '問1 訪れましたか']);
    expect(columnsOf(['通し番号', ' 問１ ', ...byTemplate.slice(2)]).serial).toBe(0);
  });

  it('has a column for the code and the stratum only where the round has them', () => {
    const strata = ['北', '南'].map((id) => ({ id, population: 10, nIssued: 1 }));
    const frame = { ...noFrame, strata };
    expect(listTemplateColumns({ ...round, access: 'code', frame }).slice(0, 4)).toEqual([
      '通し番号',
      '回答コード',
      '層',
      '問1 訪れましたか',
    ]);
  });

  it('is told to be none in one line', () => {
    expect(readHeading(sampleQuestionnaire, ['1', '2', '', '4'])).toEqual({
      ok: false,
      problems: [{ kind: 'not_a_heading', column: null }],
    });
  });

  it('tells columns by where they stand and what they hold', () => {
    const columns = columnsOf(names);
    expect([0, 3, 40, undefined].map((index) => findColumn(columns, index))).toEqual([
      { kind: 'own', index: 0, holds: 'serial' },
      { kind: 'question', index: 3, number: 1 },
      { kind: 'bare', index: 40 },
      null,
    ]);
    expect([25, 26, 51, 702].map(columnLetters)).toEqual(['Z', 'AA', 'AZ', 'AAA']);
  });
});

describe('a serial', () => {
  it('is read without leading zeros, in the digits of any keyboard', () => {
    expect(['007', '１２', '१२', ' 5 ', '-1', '1234567890', '五'].map(parseSerial)).toEqual([
      '7',
      '12',
      '12',
      '5',
      undefined,
      undefined,
      undefined,
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
      { index: 0, reason: { kind: 'not_a_serial' } },
      { index: 2, reason: { kind: 'unknown_stratum' } },
      { index: 1, reason: { kind: 'no_code_asked' } },
      { index: 3, reason: { kind: 'bad_answer', error: { code: 'unknown_option' } } },
      { index: 10, reason: { kind: 'bad_answer', error: { code: 'too_long', max: 100, length: 101 } } },
    ]);
  });

  it('does not mind what stands under a branch not taken', () => {
    expect(read({ visited: '2', service: '99' })).toMatchObject({
      ok: true,
      form: { answers: { visited: 'not-visited' } },
    });
  });
});
