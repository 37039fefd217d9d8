import jsqr from 'jsqr';

type Decoder = (pixels: Uint8ClampedArray, width: number, height: number, options: object) => { data: string } | null;
// The package's types describe its default export as CommonJS, which is wrong under ESM.
const decode: Decoder = jsqr as unknown as Decoder;

/** Returns the text of a dark-on-light QR code in RGBA pixels; undefined if the code is not readable. */
export function decodeQr(pixels: Uint8ClampedArray, width: number, height: number): string | undefined {
  return decode(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
