import PDFDocument from 'pdfkit';
import type { Weight } from './faces';
import type { FontReader } from './load-fonts';
import { type Run, toRuns } from './text-runs';

export type Style = { readonly size?: number; readonly bold?: boolean; readonly color?: string };
export type Box = Style & { readonly width: number; readonly align?: 'left' | 'right' };

const LEADING = 1.38;
const INK = '#1d2b25';

/** `context`: all names and other free texts of the document. It decides the font of characters that scripts share. */
export type Fonts = { readonly read: FontReader; readonly context: string };

/**
 * Sets text on pages. It measures, breaks lines and chooses a font for each piece of text; pdfkit draws. Lengths are in
 * points, `y` grows downwards, and a text's `y` is the top of its line.
 */
export function createTypesetter(fonts: Fonts, options: PDFKit.PDFDocumentOptions) {
  const doc = new PDFDocument({ ...options, autoFirstPage: false });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const registered = new Set<string>();

  function runsOf(text: string): Run[] {
    const runs = toRuns(text, fonts.context);
    if (!runs) throw new Error('receipts: a text has characters without a font. Was it passed to loadFonts?');
    return runs;
  }

  function use({ face }: Run, size: number, weight: Weight) {
    const name = `${face.name} ${weight}`;
    if (!registered.has(name)) {
      doc.registerFont(name, fonts.read(face, weight));
      registered.add(name);
    }
    doc.font(name).fontSize(size);
  }

  function widthOf(text: string, { size = 9.5, bold = false }: Style): number {
    return runsOf(text).reduce((sum, run) => {
      use(run, size, bold ? 700 : 400);
      return sum + doc.widthOfString(run.text);
    }, 0);
  }

  function drawLine(text: string, x: number, y: number, { size = 9.5, bold = false, color = INK }: Style) {
    let at = x;
    for (const run of runsOf(text)) {
      use(run, size, bold ? 700 : 400);
      doc.fillColor(color).text(run.text, at, y + size, { lineBreak: false, baseline: 'alphabetic' });
      at += doc.widthOfString(run.text);
    }
  }

  return {
    addPage: () => doc.addPage(),
    breakLines: (text: string, box: Box) => breakLines(text, box.width, (line) => widthOf(line, box)),
    lineHeight: ({ size = 9.5 }: Style) => size * LEADING,
    /** Draws lines below each other and returns the `y` of the next line. */
    draw(lines: readonly string[], x: number, y: number, box: Box): number {
      const height = (box.size ?? 9.5) * LEADING;
      for (const [index, line] of lines.entries()) {
        const left = box.align === 'right' ? x + box.width - widthOf(line, box) : x;
        drawLine(line, left, y + index * height, box);
      }
      return y + lines.length * height;
    },
    rule(x: number, y: number, width: number, color: string) {
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.6)
        .strokeColor(color)
        .stroke();
    },
    frame(x: number, y: number, width: number, height: number, color: string) {
      doc.rect(x, y, width, height).lineWidth(0.6).strokeColor(color).stroke();
    },
    finish(): Promise<Buffer> {
      doc.end();
      return finished;
    },
  };
}

export type Typesetter = ReturnType<typeof createTypesetter>;

// Enough for the name of any product or person, and little enough for a row to fit on a page.
const MAX_CHARACTERS = 400;
const MAX_LINES = 6;

/**
 * Breaks at spaces, but not at the no-break spaces of amounts. A word wider than the line is split. A text is cut
 * to MAX_CHARACTERS and MAX_LINES; the last line is then an ellipsis.
 */
function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const characters = [...text];
  const lines: string[] = [];
  let line = '';
  for (const word of characters
    .slice(0, MAX_CHARACTERS)
    .join('')
    .split(/[ \t\r\n]+/)
    .filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const head = longestFit(line, width, widthOf);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  const isCut = characters.length > MAX_CHARACTERS || lines.length > MAX_LINES;
  return isCut ? [...lines.slice(0, MAX_LINES - 1), '…'] : lines;
}

/** Graphemes keep marks with their letter, also in Devanagari and Thai. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function longestFit(word: string, width: number, widthOf: (text: string) => number): string {
  const characters = [...graphemes.segment(word)].map(({ segment }) => segment);
  let count = 1;
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join('')) <= width) count += 1;
  return characters.slice(0, count).join('');
}
