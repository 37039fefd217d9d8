import type { Locator } from 'playwright/test';
import { PNG } from 'pngjs';
import { decodeQr } from '../lib/testing/decode-qr';

/** Reads the QR code at `place` off the screen. Returns undefined if no code is found. */
export async function readQr(place: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  return decodeQr(new Uint8ClampedArray(data), width, height);
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
