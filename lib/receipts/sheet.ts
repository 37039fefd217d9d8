import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { loadFonts } from './load-fonts';
import { createTypesetter, type Style, type Typesetter } from './typesetter';

export const LEFT = 56;
export const WIDTH = 483;
export const MUTED = '#5b6a62';
const TOP = 56;
const BOTTOM = 770;
export const LINE = '#cfd6d1';

export type Column = { readonly x: number; readonly width: number; readonly align?: 'left' | 'right' };
export type Cell = readonly [text: string, column: Column];

type Info = { readonly title: string; readonly language: Language; readonly createdAt: Date };

/** Opens an A4 document. `texts`: all of its text that may be in any script. Null if a character in it has no font. */
export async function openSheet(texts: readonly string[], { title, language, createdAt }: Info): Promise<Sheet | null> {
  const read = await loadFonts(texts);
  if (!read) return null;
  const info = { Title: title, Author: merchant.legalName, CreationDate: createdAt };
  return new Sheet(
    createTypesetter(
      { read, context: texts.join(' ') },
      { size: 'A4', lang: language, displayTitle: true, info, margin: 0 },
    ),
  );
}

/** Tracks the filled height of the page and starts a new page if a row does not fit. */
export class Sheet {
  y = TOP;

  constructor(readonly set: Typesetter) {
    set.addPage();
  }

  /** The height left on the page. */
  get left(): number {
    return BOTTOM - this.y;
  }

  heightOf(cells: readonly Cell[], style: Style = {}): number {
    const counts = cells.map(([text, column]) => this.set.breakLines(text, { ...style, ...column }).length);
    return Math.max(...counts) * this.set.lineHeight(style);
  }

  /** Returns the height of the row, without the gap. */
  row(cells: readonly Cell[], style: Style = {}, gap = 0): number {
    const height = this.heightOf(cells, style);
    if (this.y + height > BOTTOM) {
      this.set.addPage();
      this.y = TOP;
    }
    for (const [text, column] of cells) {
      const box = { ...style, ...column };
      this.set.draw(this.set.breakLines(text, box), column.x, this.y, box);
    }
    this.y += height + gap;
    return height;
  }

  rule(gapBelow = 6) {
    this.set.rule(LEFT, this.y, WIDTH, LINE);
    this.y += gapBelow;
  }

  finish(): Promise<Buffer> {
    return this.set.finish();
  }
}
