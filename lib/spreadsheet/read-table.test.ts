import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { money } from '../money';
import { readTable } from './read-table';
import { MAX_TABLE_ROWS, TableError } from './table';
import { escapeFormula, unescapeFormula, writeCsvRows, writeCsvTitles } from './write-csv';
import { writeXlsx } from './write-xlsx';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const cellsOf = async (bytes: Uint8Array) => (await readTable(bytes)).map(({ cells }) => cells);
const flawOf = async (bytes: Uint8Array) => {
  const error = await readTable(bytes).catch((thrown: unknown) => thrown);
  return error instanceof TableError ? [error.flaw, error.line] : error;
};

describe('CSV', () => {
  it.each([
    ['commas', utf8('a,b\n1,2\n')],
    ['semicolons and a byte order mark', utf8('\uFEFFa;b\r\n1;2\r\n')],
    ['tabs in UTF-16', utf16('a\tb\n1\t2')],
    ['UTF-16 with the higher byte first', new Uint8Array(Buffer.from('\uFEFFa,b\n1,2', 'utf16le').swap16())],
    ['old line ends', utf8('a,b\r1,2\r')],
  ])('is read with %s', async (_name, bytes) =>
    expect(await cellsOf(bytes)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]),
  );

  it('has each row’s first line, also after cells of several lines and empty rows', async () => {
    expect(await readTable(utf8('a,b\n"x\ny","say ""hi"""\n,\n\n3,4\n'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', 'say "hi"'] },
      { line: 6, cells: ['3', '4'] },
    ]);
  });

  it.each([
    ['latin 1', new Uint8Array([0x61, 0xe5]), ['encoding', null]],
    ['a zero byte', utf8('a,b\nx,\0\n'), ['nul', 2]],
    ['a quote that is not closed', utf8('a,b\n1,"2\n3,4\n'), ['quotes', 2]],
    ['a quote within a cell', utf8('a,b\n1,2"3\n'), ['quotes', 2]],
    ['nothing', utf8('\uFEFF\r\n'), ['empty', null]],
    ['an endless row', utf8(`a\n"${'x'.repeat(300_000)}"`), ['long', 2]],
    ['too many columns', utf8(`a\n${','.repeat(101)}\n`), ['columns', 2]],
    ['too many rows', utf8('1\n'.repeat(MAX_TABLE_ROWS + 2)), ['rows', 20_002]],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ['old-excel', null]],
  ])('is refused with %s', async (_name, bytes, flaw) => expect(await flawOf(bytes)).toEqual(flaw));
});

describe('a text', () => {
  const risky = fc.string({
    unit: fc.constantFrom("'", '=', '-', '1', '0', ' ', ',', ';', '\n', '\t', '/', 'a'),
    maxLength: 14,
  });

  it('survives escaping', () => {
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('survives both formats', async () => {
    const texts = ['=1+1', "'=1", '00100', 'a,b;c\td', 'e"f', 'two\nlines', 'å 😀', "'70s", '12/5', 'true'];
    for (const language of ['en', 'sv'] as const) {
      const csv =
        writeCsvTitles(['x', 'y'], language) +
        writeCsvRows(
          texts.map((text) => ['x', text]),
          language,
        );
      expect((await cellsOf(utf8(csv))).slice(1)).toEqual(texts.map((text) => ['x', text]));
    }
    const rows = [...texts.map((text) => [text]), [money(99_95, 'SEK')], [null, 'b']];
    const read = await cellsOf(await writeXlsx('Goods', [{ title: 'x' }], rows));
    expect(read).toEqual([['x'], ...texts.map((text) => [text]), ['99.95'], ['', 'b']]);
  });
});

const rels = (items: string) => `<Relationships>${items}</Relationships>`;
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose first sheet is in sheet2.xml. */
function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const files = {
    'xl/workbook.xml': '<x:workbook><x:sheets><x:sheet r:id="r2"/><x:sheet r:id="r1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="r1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/>
       <Relationship Id="r2" Type="${type}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
       <Relationship Id="r3" Type="${type}/styles" Target="styles.xml"/>
       <Relationship Id="r4" Type="${type}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    'xl/worksheets/sheet2.xml': sheet,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;day&quot; 0.00"/>
      <numFmt numFmtId="165" formatCode="[$-41D]d mmm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>one</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const sheet = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

describe('a sheet', () => {
  it('is read with texts, numbers, results of formulas and percentages, but without dates', async () => {
    const row = `<c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3"><v>99.950000000000003</v></c>
      <c r="E3" s="2"><v>0.25</v></c><c r="F3" s="3"><v>5</v></c><c r="G3"><f>1+1</f><v>2</v></c>
      <c r="H3" s="1"><v>45000</v></c><c r="I3" s="4"><v>45000</v></c><c r="J3" t="e"><v>#REF!</v></c>
      <c r="K3" t="b"><v>1</v></c><c r="L3" t="inlineStr"><is><t>in &amp; out_x000D_</t></is></c>`;
    expect(await readTable(workbook(sheet(`<row r="1"/><row r="3">${row}</row>`)))).toEqual([
      {
        line: 3,
        cells: [
          ...['one', '', 'rich', '99.95', '25%', '5', '2'],
          ...[{ unreadable: 'date' }, { unreadable: 'date' }, { unreadable: 'error' }],
          ...['true', 'in & out'],
        ],
      },
    ]);
  });

  const cell = (r: string) => `<c r="${r}"><v>1</v></c>`;
  it.each([
    [
      'merged cells',
      sheet(`<row r="1">${cell('A1')}</row>`, '<mergeCells><mergeCell ref="A7:B9"/></mergeCells>'),
      ['merged', 7],
    ],
    ['a column far away', sheet(`<row r="4">${cell('XFD4')}</row>`), ['columns', 4]],
    ['entities', `<!DOCTYPE x [<!ENTITY a "b">]>${sheet('')}`, ['damaged', null]],
    ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${sheet('')}`, ['damaged', null]],
    ['a missing end', '<worksheet><sheetData>', ['damaged', null]],
    ['deep levels', '<a>'.repeat(40), ['damaged', null]],
    ['an endless comment', `<worksheet><!--${'-x'.repeat(400_000)}--></worksheet>`, ['damaged', null]],
    ['nothing', sheet(''), ['empty', null]],
  ])('is refused with %s', async (_name, content, flaw) => expect(await flawOf(workbook(content))).toEqual(flaw));

  it('is refused while it is unpacked if it grows too large', async () => {
    const bomb = workbook(sheet(`<row/>${' '.repeat(1000)}`.repeat(110_000)));
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await flawOf(bomb)).toEqual(['too-much', null]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  }, 30_000);

  it('is refused if the archive is truncated or encrypted, or is no workbook', async () => {
    const whole = workbook(sheet(''));
    expect(await flawOf(whole.slice(0, -30))).toEqual(['damaged', null]);
    expect(await flawOf(zipSync({ 'a.txt': strToU8('a') }))).toEqual(['damaged', null]);
    const locked = whole.slice();
    const view = new DataView(locked.buffer);
    const directory = view.getUint32(locked.length - 6, true);
    view.setUint16(directory + 8, 1, true);
    expect(await flawOf(locked)).toEqual(['damaged', null]);
  });

  it('does not block the process while it is read', async () => {
    const row = Array.from({ length: 20 }, () => '<c t="inlineStr"><is><t>some text of a product</t></is></c>').join(
      '',
    );
    const bytes = workbook(sheet(`<row>${row}</row>`.repeat(10_000)));
    let last = performance.now();
    let longest = 0;
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    expect(await readTable(bytes)).toHaveLength(10_000);
    clearInterval(ticking);
    expect(longest).toBeLessThan(500);
  }, 30_000);
});
