import { inflateSync } from 'node:zlib';

/** The number of hexadecimal digits per character code in this font, and the characters they represent. */
type Font = { digits: number; characters: Map<string, string> };

/** Extracts the text of each page from a PDF by pdfkit or Chromium, using the fonts' own character tables. */
export function pdfText(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map((page) => {
    const contents = objects.get(reference(page.head, 'Contents'))?.stream ?? '';
    const resources = objects.get(reference(page.head, 'Resources'))?.head ?? page.head;
    const fonts = new Map<string, Font>();
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, readFont(objects.get(reference(objects.get(id)?.head ?? '', 'ToUnicode'))?.stream ?? ''));
    }
    return textOf(contents, fonts);
  });
}

type PdfObject = { head: string; stream: string };

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: id = '', 2: body = '' } of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, head = body, packed = ''] = /^([\s\S]*?)\sstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
    const stream = Buffer.from(packed, 'latin1');
    const plain = packed !== '' && head.includes('FlateDecode') ? inflateSync(stream) : stream;
    objects.set(id, { head, stream: plain.toString('latin1') });
  }
  return objects;
}

function reference(head: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '';
}

/** Reads a font's ToUnicode table. It maps single codes, and ranges that list each character or only the first. */
function readFont(cmap: string): Font {
  const characters = new Map<string, string>();
  const digits = /<([0-9a-f]+)> <[0-9a-f]+>\s+endcodespacerange/i.exec(cmap)?.[1]?.length ?? 4;
  const set = (code: number, hex: string, add = 0) => {
    const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
    const shown = add === 0 ? units : String.fromCodePoint((units.codePointAt(0) ?? 0) + add);
    characters.set(code.toString(16).padStart(digits, '0'), shown);
  };
  for (const [, list = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of list.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)>/gi))
      set(Number.parseInt(code, 16), hex);
  }
  for (const [, from = '', to = '', start, each = ''] of cmap.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> (?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
  )) {
    const first = Number.parseInt(from, 16);
    const named = [...each.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => hex);
    for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
      if (start !== undefined) set(code, start, code - first);
      else set(code, named[code - first] ?? '');
    }
  }
  return { digits, characters };
}

/** Returns one line per text object. */
function textOf(contents: string, fonts: Map<string, Font>): string {
  let font: Font = { digits: 4, characters: new Map() };
  let text = '';
  for (const [, name, list, single] of contents.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(<[0-9a-fA-F]*>) Tj|\bET\b/g,
  )) {
    const shown = list ?? single;
    if (name !== undefined) font = fonts.get(name) ?? font;
    else if (shown === undefined) text += '\n';
    for (const [, codes = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi)) {
      for (const code of codes.match(new RegExp(`.{${font.digits}}`, 'g')) ?? []) {
        text += font.characters.get(code.toLowerCase()) ?? '?';
      }
    }
  }
  return text;
}
