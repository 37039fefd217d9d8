import { createHash } from 'node:crypto';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { fileWidths, jpegName, jpegSize, scaled, toMediaId, webpName } from '../media-path';
import { type PictureFormat, sniffPicture } from './sniff-picture';

/**
 * The maximum number of pixels that are decoded. Phones make pictures of 50 megapixels. An AVIF of that size would take
 * 900 MB of memory.
 */
const MAX_PIXELS: Record<PictureFormat, number> = {
  jpeg: 50_000_000,
  png: 50_000_000,
  webp: 50_000_000,
  avif: 16_000_000,
};
/** The minimum length of a picture's shorter side, in pixels. */
const MIN_SIDE = 200;
/** The largest stored size. File names allow no side above 9999 pixels (WebP: 16383). */
const LARGEST = { width: 1600, height: 3200 };
/** The time for one step, such as decoding. */
const STEP_SECONDS = 6;

/** A picture's files, by name. */
export type ConvertedPicture = { readonly id: string; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> };
/**
 * `type`: not JPEG, PNG, WebP or AVIF. `small`: a side is too short. `pixels`: too many. `damaged`: it cannot be
 * decoded completely, or in time.
 */
export type UnfitPicture = 'type' | 'small' | 'pixels' | 'damaged';

// libvips also reads SVG, PDF, TIFF, GIF and others. Only the four formats may reach a decoder.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
});
// One thread, and no memory kept between pictures.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Re-encodes an uploaded picture in the sizes that pages use: upright, in sRGB, without metadata, and without anything
 * else that the file contains. Of an animation, only the first frame remains.
 */
export async function convertPicture(bytes: Uint8Array): Promise<ConvertedPicture | UnfitPicture> {
  const format = sniffPicture(bytes);
  if (!format) return 'type';
  const whole = await decode(bytes, MAX_PIXELS[format]);
  if (typeof whole === 'string') return whole;
  const { data, info } = whole;
  const { width, height, channels } = info;
  const at = (size: { width: number; height: number }) =>
    step(sharp(data, { raw: { width, height, channels } }).resize({ ...size, fit: 'fill' }));
  const webps: [number, Buffer][] = [];
  for (const one of fileWidths(width)) {
    webps.push([one, await at(scaled(info, one)).webp({ quality: 80 }).toBuffer()]);
  }
  const jpeg = await at(jpegSize(info)).flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer();
  const hash = createHash('sha256');
  for (const [, webp] of webps) hash.update(webp);
  const id = toMediaId(hash.update(jpeg).digest('hex'), info);
  const files = webps.map(([one, webp]) => [webpName(id, one), new Uint8Array(webp)] as const);
  return { id, files: new Map([...files, [jpegName(id), new Uint8Array(jpeg)]]) };
}

/** The picture's pixels in the largest size that is stored. */
async function decode(bytes: Uint8Array, limitInputPixels: number) {
  const options: SharpOptions = { failOn: 'error', limitInputPixels, sequentialRead: true };
  try {
    // Reads only the head of the file.
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    if (width * height > limitInputPixels) return 'pixels';
    if (Math.min(width, height) < MIN_SIDE) return 'small';
    const upright = sharp(bytes, options).autoOrient();
    return await step(upright.resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true }))
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
  } catch {
    return 'damaged';
  }
}

function step(picture: Sharp): Sharp {
  return picture.timeout({ seconds: STEP_SECONDS });
}
