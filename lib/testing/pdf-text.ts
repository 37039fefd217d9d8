import { inflateSync } from 'node:zlib';

/** Reads the text of each page back from a PDF as pdfkit writes it, by the fonts' own tables of characters. */
export function pdfText(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map((page) => {
    const contents = objects.get(reference(page.head, 'Contents'))?.stream ?? '';
    const resources = objects.get(reference(page.head, 'Resources'))?.head ?? page.head;
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, charactersOf(objects.get(reference(objects.get(id)?.head ?? '', 'ToUnicode'))?.stream ?? ''));
    }
    return textOf(contents, fonts);
  });
}

type PdfObject = { head: string; stream: string };

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: id = '', 2: body = '' } of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', rest] = body.split('\nstream\n');
    const stream = rest === undefined ? '' : Buffer.from(rest.replace(/\nendstream$/, ''), 'latin1');
    const plain = stream === '' || !head.includes('FlateDecode') ? stream : inflateSync(stream);
    objects.set(id, { head, stream: plain.toString('latin1') });
  }
  return objects;
}

function reference(head: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '';
}

/** Glyph → character. */
function charactersOf(cmap: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f]*)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      characters.set(glyph, Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
  }
  return characters;
}

function textOf(contents: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g)) {
      for (const glyph of glyphs.match(/.{4}/g) ?? []) text += font.get(glyph) ?? '?';
    }
    if (shown !== undefined) text += '\n';
  }
  return text;
}
