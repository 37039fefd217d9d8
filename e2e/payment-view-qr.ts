import type { Locator } from 'playwright/test';
import { PNG } from 'pngjs';
import { decodeQr } from '../lib/testing/decode-qr';

/** Reads the QR code at `place` off the screen. Returns undefined if no code is found. */
export async function readQr(place: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  return decodeQr(new Uint8ClampedArray(data), width, height);
}

/** In pixels of the screen; Chromium does not paint pictures of more than twice this height. */
const MAX_PICTURE = 8_000;

/**
 * Reads the QR codes at `places` off the screen, in the order of the page. One picture shows many codes, because a picture
 * of each would take several times longer.
 */
export async function readQrs(places: Locator): Promise<(string | undefined)[]> {
  const page = places.page();
  const scale = await page.evaluate(() => devicePixelRatio);
  const boxes = await places.evaluateAll((all) =>
    all.map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
    }),
  );
  const codes: (string | undefined)[] = [];
  for (let first = boxes[0]; first; first = boxes[codes.length]) {
    const y = Math.floor(first.top);
    const rest = boxes.slice(codes.length);
    const end = rest.findIndex(({ bottom }) => (bottom - y) * scale > MAX_PICTURE);
    const shown = rest.slice(0, end < 0 ? rest.length : Math.max(end, 1));
    const x = Math.floor(Math.min(...shown.map(({ left }) => left)));
    const width = Math.ceil(Math.max(...shown.map(({ right }) => right))) - x;
    const height = Math.ceil(Math.max(...shown.map(({ bottom }) => bottom))) - y;
    const clip = { x, y, width, height };
    const picture = PNG.sync.read(await page.screenshot({ fullPage: true, clip }));
    for (const { left, top, right, bottom } of shown) {
      const [fromX, fromY] = [Math.floor((left - x) * scale), Math.floor((top - y) * scale)];
      const code = new PNG({ width: Math.floor((right - left) * scale), height: Math.floor((bottom - top) * scale) });
      PNG.bitblt(picture, code, fromX, fromY, code.width, code.height, 0, 0);
      codes.push(decodeQr(new Uint8ClampedArray(code.data), code.width, code.height));
    }
  }
  return codes;
}

/** Reads the QR code at `place` as a camera would that sees it `pixels` wide. Returns undefined if no code is found. */
export async function readFromAfar(place: Locator, pixels: number): Promise<string | undefined> {
  const picture = PNG.sync.read(await place.screenshot());
  const step = picture.width / pixels;
  const rows = Math.floor(picture.height / step);
  const seen = new Uint8ClampedArray(pixels * rows * 4).fill(255);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < pixels; x++) {
      const light = average(picture, x * step, y * step, step);
      seen.fill(light, (y * pixels + x) * 4, (y * pixels + x) * 4 + 3);
    }
  return decodeQr(seen, pixels, rows);
}

function average({ data, width }: PNG, left: number, top: number, step: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < top + step; y++)
    for (let x = Math.floor(left); x < left + step; x++) {
      sum += data[(y * width + x) * 4] ?? 255;
      count++;
    }
  return sum / count;
}
