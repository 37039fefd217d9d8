import { readPart } from './read-part';
import { TableError } from './table';
import type { Zip } from './zip';

const WORKBOOK = 'xl/workbook.xml';

/** How a number is shown: ECMA-376, part 1, 18.8.30. */
type NumberStyle = 'plain' | 'percent' | 'date';

/** The first sheet of a workbook, and what its cells refer to. */
export type Workbook = {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
};

/** Reads a workbook except its sheets. Throws `TableError`. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  if (!zip.has(WORKBOOK)) throw new TableError('damaged');
  let first: string | undefined;
  await readPart(zip, WORKBOOK, {
    open(name, { id }) {
      if (name === 'sheet') first ??= id;
    },
  });
  const parts = new Map<string, { readonly kind: string; readonly path: string }>();
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship') parts.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path: pathOf(Target) });
    },
  });
  const sheet = parts.get(first ?? '');
  if (sheet?.kind !== 'worksheet') throw new TableError('damaged');
  const partOf = (kind: string) => [...parts.values()].find((part) => part.kind === kind && zip.has(part.path))?.path;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheet: sheet.path,
    strings: strings === undefined ? [] : await readStrings(zip, strings),
    styles: styles === undefined ? [] : await readStyles(zip, styles),
  };
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function readStrings(zip: Zip, path: string): Promise<string[]> {
  const strings: string[] = [];
  const within = new Set<string>();
  let string = '';
  await readPart(zip, path, {
    open(name) {
      within.add(name);
      if (name === 'si') string = '';
    },
    text(text) {
      // `rPh` contains the text's pronunciation.
      if (within.has('t') && !within.has('rPh')) string += text;
    },
    close(name) {
      within.delete(name);
      if (name === 'si') strings.push(withoutReturns(string));
    },
  });
  return strings;
}

/** Excel writes a carriage return as `_x000D_`. */
export function withoutReturns(text: string): string {
  return text.replaceAll('_x000D_', '');
}

async function readStyles(zip: Zip, path: string): Promise<NumberStyle[]> {
  const codes = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let isCellStyle = false;
  await readPart(zip, path, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, formatCode);
      if (name === 'cellXfs') isCellStyle = true;
      if (name === 'xf' && isCellStyle) styles.push(styleOf(Number(numFmtId), codes.get(numFmtId) ?? ''));
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return styles;
}

function styleOf(id: number, code: string): NumberStyle {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)) return 'date';
  // Without quoted texts, escaped characters, and codes such as [Red].
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (plain.includes('%')) return 'percent';
  return /[dmyhs]/i.test(plain) ? 'date' : 'plain';
}
