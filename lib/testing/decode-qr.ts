import jsqr from 'jsqr';

type Decoder = (pixels: Uint8ClampedArray, width: number, height: number, options: object) => { data: string } | null;
// The package's types describe its default export as CommonJS, which it is not under ESM.
const decode: Decoder = jsqr as unknown as Decoder;

/** The text of a dark-on-light QR code in RGBA pixels; undefined if a scanner reads none. */
export function decodeQr(pixels: Uint8ClampedArray, width: number, height: number): string | undefined {
  return decode(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
