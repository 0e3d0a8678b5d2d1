import { describe, expect, it } from 'vitest';
import { formatXlsx, sendSheet } from '#app/features/letters/letter-sheet.server.ts';

const table = {
  heads: ['整理番号', '層', '回答コード'],
  rows: [
    ['00001', '北部, "東"', 'W2QQ3-AXCEN-7TX6'],
    ['00002', '=1+1', '00000-00000-0000'],
  ],
};

describe('the sheets for mail merge', () => {
  it('writes CSV that Excel opens in Japanese, with quotes doubled and formulas kept from running', async () => {
    const bytes = await (await sendSheet(table, '回答コード', 'csv')).arrayBuffer();
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(csv.startsWith('\uFEFF整理番号,層,回答コード\r\n')).toBe(true);
    expect(csv).toContain('00001,"北部, ""東""",W2QQ3-AXCEN-7TX6\r\n');
    expect(csv).toContain("00002,'=1+1,00000-00000-0000\r\n");
  });

  it('writes a workbook', async () => {
    const bytes = await formatXlsx(table);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('xl/worksheets/sheet1.xml')).toBe(true);
  });

  it('sends a download that nobody keeps', async () => {
    const response = await sendSheet(table, '回答コード', 'csv');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%E5%9B%9E");
  });
});
