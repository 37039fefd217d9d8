import { describe, expect, it } from 'vitest';
import { money } from '../money';
import { MAX_LINEAR_RATIO, measureGrowth } from '../testing/growth';
import { readXlsx } from '../testing/read-xlsx';
import type { Cell } from './cell';
import { escapeFormula, writeCsvRows, writeCsvTitles } from './write-csv';
import { writeXlsx } from './write-xlsx';

const reference = '2015102910184861801032678';
const row: Cell[] = [
  'T-10001',
  new Date('2026-07-01T22:30:05Z'),
  money(-1234_50, 'SEK'),
  money(500, 'JPY'),
  null,
  reference,
];

describe('CSV', () => {
  it('opens correctly in English and Swedish spreadsheets', () => {
    expect(writeCsvTitles(['a', 'b'], 'en')).toBe('\uFEFFa,b\n');
    expect(writeCsvTitles(['a', 'b'], 'sv')).toBe('\uFEFFa;b\n');
    expect(writeCsvRows([row], 'en')).toBe(`T-10001,2026-07-01T22:30:05.000Z,-1234.50,500,,'${reference}\n`);
    expect(writeCsvRows([row], 'sv')).toBe(`T-10001;2026-07-02 00:30:05;-1234,50;500;;'${reference}\n`);
  });

  it('keeps a text in one cell', () => {
    expect(writeCsvRows([['a;b', 'c,d', 'e"f', 'g\nh']], 'sv')).toBe('"a;b";c,d;"e""f";"g\nh"\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@A',
    ' =1',
    '\tx',
    '\r',
    '＝1',
    '|x',
    reference,
    '00100',
    '0701234567',
    '3-4',
    '12/5',
    '1402562843463',
  ])('escapes %j, which a spreadsheet would run, round or treat as a date', (text) =>
    expect(escapeFormula(text)).toBe(`'${text}`),
  );

  it.each([
    ['Box 1;=1+1', "Box 1;'=1+1"],
    ['a, @b', "a, '@b"],
    ['a\t-1', "a\t'-1"],
    ['\t=1', "'\t'=1"],
    ['a\n=1;+1', "a\n'=1;'+1"],
  ])('escapes %j for spreadsheets that split at another separator', (text, escaped) =>
    expect(escapeFormula(text)).toBe(escaped),
  );

  it.each(['Åsa', 'T-10001', 'SE-791 31', '3', '12', 'Backvägen 3-4', 'Backvägen 3, 791 31', 'a=b', '', 'a@b.se'])(
    'does not change %j',
    (text) => expect(escapeFormula(text)).toBe(text),
  );

  it('takes linear time', async () => {
    const text = (size: number) => `1${' '.repeat(size)}1`;
    expect(await measureGrowth(800_000, text, escapeFormula)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
  });
});

describe('an .xlsx file', () => {
  it('contains amounts as numbers, Swedish times, and text as text', async () => {
    const columns = row.map((_, index) => ({ title: `c${index}` }));
    const [titles, cells] = readXlsx(await writeXlsx('Orders', columns, [[...row, '=1+1']]));
    expect(titles?.[1]).toBe('c1');
    // Days since 30 December 1899.
    const time = Date.UTC(2026, 6, 2, 0, 30, 5) / 86_400_000 + 25_569;
    expect(cells).toEqual(['T-10001', expect.closeTo(time, 5), -1234.5, 500, null, reference, '=1+1']);
  });

  it('does not block the process while it is written', async () => {
    const rows = Array.from({ length: 2_000 }, () => [...row, ...row, ...row]);
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 1);
    await writeXlsx('Orders', [{ title: 'a' }], rows);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
  });
});
