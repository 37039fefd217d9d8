/**
 * A QR code (ISO/IEC 18004) at error correction level M, as rows of dark modules without the quiet zone. Upper-case
 * addresses use alphanumeric mode, in which a SEQR code has 25 modules per side instead of 29.
 *
 * Supports versions 1 to 6: up to 154 characters in upper case, otherwise 106 bytes. Returns undefined for a longer
 * text. A payment's address is shorter, and a denser code cannot be read across a table. Six versions need a third of
 * the code that forty need. The whole view has 8 KB, of which the general encoders on npm take 3.8 to 6.
 */
export function encodeQr(text: string): boolean[][] | undefined {
  const bytes = [...new TextEncoder().encode(text)];
  const isAlphanumeric = /^[\dA-Z $%*+\-./:]*$/.test(text);
  const needed = isAlphanumeric ? Math.ceil(bytes.length * 5.5) + 13 : bytes.length * 8 + 12;
  const version = versions.findIndex(([count, length]) => needed <= count * length * 8);
  const [count, length, degree] = versions[version] ?? [];
  if (!count || !length || !degree) return undefined;

  const bits: number[] = [];
  const push = (value: number, size: number) => {
    while (size--) bits.push((value >> size) & 1);
  };
  push(isAlphanumeric ? 2 : 4, 4);
  push(bytes.length, isAlphanumeric ? 9 : 8);
  if (isAlphanumeric) {
    for (const [pair] of text.matchAll(/..?/g)) {
      const value = [...pair].reduce((sum, character) => sum * 45 + alphanumerics.indexOf(character), 0);
      push(value, pair.length * 5 + 1);
    }
  } else for (const byte of bytes) push(byte, 8);

  const capacity = count * length * 8;
  push(0, Math.min(4, capacity - bits.length));
  push(0, -bits.length & 7);
  for (let pad = 236; bits.length < capacity; pad ^= 253) push(pad, 8);

  const blocks = Array.from({ length: count }, (_, i) => toBytes(bits).slice(i * length, (i + 1) * length));
  const remainders = blocks.map((block) => remainder(block, degree));
  const stream = [...interleave(blocks), ...interleave(remainders)];
  const candidates = masks.map((mask, i) => draw(version * 4 + 21, stream, mask, i));
  const scores = candidates.map(penalty);
  return candidates[scores.indexOf(Math.min(...scores))];
}

const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Number of blocks, and data and error correction codewords per block, by version. */
const versions = [
  [1, 16, 10],
  [1, 28, 16],
  [1, 44, 26],
  [2, 32, 18],
  [2, 43, 24],
  [4, 27, 16],
] as const;

function toBytes(bits: number[]): number[] {
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

function interleave(blocks: number[][]): number[] {
  return (blocks[0] ?? []).flatMap((_, i) => blocks.map((block) => block[i] ?? 0));
}

/** Multiplies in the field GF(2^8) with the polynomial 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >> 7) * 285) ^ (((b >> i) & 1) * a);
  return product;
}

/** The Reed-Solomon remainder of a block. */
function remainder(block: number[], degree: number): number[] {
  let divisor = [1];
  for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2)) {
    divisor = [...divisor, 0].map((value, j) => value ^ multiply(divisor[j - 1] ?? 0, root));
  }
  return block.reduce((rest, byte) => {
    const [head = 0, ...tail] = rest;
    return [...tail, 0].map((value, j) => value ^ multiply(divisor[j + 1] ?? 0, byte ^ head));
  }, new Array<number>(degree).fill(0));
}

type Mask = (x: number, y: number) => number;
const masks: Mask[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (((x / 3) | 0) + (y >> 1)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

function draw(size: number, codewords: number[], mask: Mask, maskNumber: number): boolean[][] {
  const rows: boolean[][] = Array.from({ length: size }, () => []);
  const set = (x: number, y: number, isDark: unknown) => {
    const row = rows[y];
    if (row && x >= 0 && x < size) row[x] = !!isDark;
  };
  /** A square of concentric rings, dark except for the rings in `light`. */
  const square = (x: number, y: number, radius: number, light: number[]) => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++)
        set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };

  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  square(3, 3, 4, [2, 4]);
  square(size - 4, 3, 4, [2, 4]);
  square(3, size - 4, 4, [2, 4]);
  if (size > 21) square(size - 7, size - 7, 2, [1]);

  // Level M is 00, so the format is the mask's number with its BCH remainder, combined with the standard's own mask.
  let check = maskNumber;
  for (let i = 0; i < 10; i++) check = (check << 1) ^ ((check >> 9) * 0x537);
  const format = ((maskNumber << 10) | check) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const isDark = (format >> i) & 1;
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, isDark);
    set(i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, isDark);
  }
  set(8, size - 8, true);

  let at = 0;
  let isUp = true;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let i = 0; i < size; i++)
      for (const x of [right, right - 1]) {
        const y = isUp ? size - 1 - i : i;
        if (rows[y]?.[x] !== undefined) continue;
        const bit = ((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
        set(x, y, bit ^ +!mask(x, y));
        at++;
      }
    isUp = !isUp;
  }
  return rows;
}

/** Applies the two rules of the standard (7.8.3) that matter to scanners: long runs, and patterns like a finder. */
function penalty(rows: boolean[][]): number {
  const across = rows.map(toDigits);
  const down = rows.map((_, x) => across.map((line) => line[x]).join(''));
  let score = 0;
  for (const line of [...across, ...down]) {
    for (const [run] of line.matchAll(/(.)\1{4,}/g)) score += run.length - 2;
    score += [...line.matchAll(/(?=00001011101|10111010000)/g)].length * 40;
  }
  return score;
}

function toDigits(row: boolean[]): string {
  return row.map(Number).join('');
}

/** The white modules that a scanner needs around the code. */
export const quietZone = 4;

/** The dark modules as one SVG path with one rectangle per run, offset by the quiet zone. */
export function toPath(rows: boolean[][]): string {
  return rows
    .flatMap((row, y) =>
      [...toDigits(row).matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index + quietZone} ${y + quietZone}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
}
