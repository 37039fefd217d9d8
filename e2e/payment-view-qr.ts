import jsqr from 'jsqr';
import type { Locator } from 'playwright/test';
import { PNG } from 'pngjs';

const decode = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** What a scanner reads off the screen where `place` is; undefined when it reads nothing. */
export async function readQr(place: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}
