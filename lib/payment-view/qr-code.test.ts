import fc from 'fast-check';
import jsqr from 'jsqr';
import encodeReference from 'qr';
import { describe, expect, it } from 'vitest';
import { encodeQr, toPath } from './qr-code';

const decode = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** Draws the modules, two pixels each plus the quiet zone, and scans them. */
function scan(rows: boolean[][]): string | undefined {
  const scale = 2;
  const size = (rows.length + 8) * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (rows[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4])
        pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  return decode(pixels, size, size)?.data;
}

describe('encodeQr', () => {
  it('needs 25 modules for a SEQR code', () => {
    const rows = encodeQr('HTTP://SEQR.SE/R1402562843463');
    expect(rows).toHaveLength(25);
    expect(rows?.every((row) => row.length === 25)).toBe(true);
  });

  it.each([
    'HTTP://SEQR.SE/R1402562843463',
    'HTTP://192.168.1.20:3000/R1402562843463',
    'http://localhost:3000/R1402562843463',
    'A',
    'AB',
  ])('draws %s like another encoder with one of the eight masks', (text) => {
    const masks = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => {
      const reference = encodeReference(text, 'raw', { ecc: 'medium', border: 1, mask });
      return reference.slice(1, -1).map((row) => row.slice(1, -1));
    });
    expect(masks).toContainEqual(encodeQr(text));
  });

  it.each([1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106])('holds %i bytes', (length) => {
    const text = 'x'.repeat(length);
    expect(scan(encodeQr(text) ?? [])).toBe(text);
  });

  it.each([1, 20, 21, 38, 61, 90, 122, 123, 154])('holds %i characters in upper case', (length) => {
    const text = 'HTTP://SEQR.SE/'.repeat(11).slice(0, length);
    expect(scan(encodeQr(text) ?? [])).toBe(text);
  });

  it('is readable for any content', () => {
    const characters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~:/?#[]@!$&()*+,;=%');
    const addresses = fc.string({ unit: characters, maxLength: 90 }).map((path) => `https://a.example/${path}`);
    fc.assert(
      fc.property(addresses, fc.boolean(), (address, isUpper) => {
        const text = isUpper ? address.toUpperCase() : address;
        expect(scan(encodeQr(text) ?? [])).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('draws nothing for a text that is too long', () => {
    expect(encodeQr('x'.repeat(107))).toBeUndefined();
    expect(encodeQr('X'.repeat(155))).toBeUndefined();
    expect(encodeQr('x'.repeat(100_000))).toBeUndefined();
  });
});

it('joins the dark modules of a row in toPath', () => {
  expect(toPath([[true, true, false, true], [false]])).toBe('M4 4h2v1h-2zM7 4h1v1h-1z');
});
