import PDFDocument from 'pdfkit';
import type { Weight } from './faces';
import type { FontReader } from './load-fonts';
import { type Run, toRuns } from './text-runs';

export type Style = { readonly size?: number; readonly bold?: boolean; readonly color?: string };
export type Box = Style & { readonly width: number; readonly align?: 'left' | 'right' };

const LEADING = 1.38;
const INK = '#1d2b25';

/** `context` is all text of unknown script in the document, by which the fonts were chosen. */
export type Fonts = { readonly read: FontReader; readonly context: string };

/**
 * Sets lines of text on pages: pdfkit draws, this measures, breaks lines, and chooses for each piece of text a font
 * that has its characters. Lengths are in points; `y` grows downwards, and a text's `y` is the top of its line.
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
    if (!runs) throw new Error('receipts: a text that was not announced has characters that no font has');
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
    /** Draws lines below each other and returns where the next one would begin. */
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
    finish(): Promise<Buffer> {
      doc.end();
      return finished;
    },
  };
}

export type Typesetter = ReturnType<typeof createTypesetter>;

// No name of a product or a person needs more; a row stays smaller than a page, and quick to set.
const MOST_CHARACTERS = 400;
const MOST_LINES = 6;

/**
 * Breaks at spaces, not at the no-break spaces of sums; a word that is wider than the line is cut where it is full. What
 * is beyond six lines is left out, with a sign that it is.
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const characters = [...text];
  const lines: string[] = [];
  let line = '';
  for (const word of characters
    .slice(0, MOST_CHARACTERS)
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
  const isCut = characters.length > MOST_CHARACTERS || lines.length > MOST_LINES;
  return isCut ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
}

/** A mark stays with its letter, a syllable of Devanagari or Thai together. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function longestFit(word: string, width: number, widthOf: (text: string) => number): string {
  const characters = [...graphemes.segment(word)].map(({ segment }) => segment);
  let count = 1;
  while (count < characters.length && widthOf(characters.slice(0, count + 1).join('')) <= width) count += 1;
  return characters.slice(0, count).join('');
}
