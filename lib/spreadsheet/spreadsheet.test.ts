import { describe, expect, it } from 'vitest';
import { money } from '../money';
import { readXlsx } from '../testing/read-xlsx';
import type { Cell } from './cell';
import { inertText, writeCsvRows, writeCsvTitles } from './write-csv';
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
  it('is read without asking by a spreadsheet in English and in Swedish', () => {
    expect(writeCsvTitles(['a', 'b'], 'en')).toBe('\uFEFFa,b\n');
    expect(writeCsvTitles(['a', 'b'], 'sv')).toBe('\uFEFFa;b\n');
    expect(writeCsvRows([row], 'en')).toBe(`T-10001,2026-07-01T22:30:05.000Z,-1234.50,500,,'${reference}\n`);
    expect(writeCsvRows([row], 'sv')).toBe(`T-10001;2026-07-02 00:30:05;-1234,50;500;;'${reference}\n`);
  });

  it('keeps a text in its own cell', () => {
    expect(writeCsvRows([['a;b', 'c,d', 'e"f', 'g\nh']], 'sv')).toBe('"a;b";c,d;"e""f";"g\nh"\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@A',
    ' =1',
    '\t=1',
    '\r',
    '＝1',
    '|x',
    reference,
    '00100',
    '0701234567',
    '3-4',
    '12/5',
    '1402562843463',
  ])('leaves a spreadsheet nothing to run, round or date in %j', (text) => expect(inertText(text)).toBe(`'${text}`));

  it.each(['Åsa', 'T-10001', 'SE-791 31', '3', '12', 'Backvägen 3-4', 'a=b', '', 'a@b.se'])(
    'leaves %j as it is',
    (text) => expect(inertText(text)).toBe(text),
  );

  it('takes time in proportion to a text’s length', () => {
    const best = (size: number) =>
      Math.min(...Array.from({ length: 5 }, () => timeOf(() => inertText(`1${' '.repeat(size)}1`))));
    const timeOf = (work: () => void) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    best(100_000);
    expect(best(800_000)).toBeLessThan(5 * best(400_000) + 5);
  });
});

describe('an .xlsx file', () => {
  it('holds amounts as numbers, Swedish times, and text as text', async () => {
    const columns = row.map((_, index) => ({ title: `c${index}` }));
    const [titles, cells] = readXlsx(await writeXlsx('Orders', columns, [[...row, '=1+1']]));
    expect(titles?.[1]).toBe('c1');
    // Days since 30 December 1899.
    const time = Date.UTC(2026, 6, 2, 0, 30, 5) / 86_400_000 + 25_569;
    expect(cells).toEqual(['T-10001', expect.closeTo(time, 5), -1234.5, 500, null, reference, '=1+1']);
  });

  it('leaves the process free while it is written', async () => {
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
