import sharp from 'sharp';
import { expect, it } from 'vitest';
import { parseMedia, toMediaPath } from '../media-path';
import { drawPicture, pngBomb, pngChunk } from '../testing/pictures';
import { type ConvertedPicture, convertPicture } from './convert-picture';

async function convert(bytes: Uint8Array): Promise<ConvertedPicture> {
  const picture = await convertPicture(bytes);
  if (typeof picture === 'string') throw new Error(`The picture is refused: ${picture}`);
  return picture;
}

const sizeOf = ({ id }: ConvertedPicture) => {
  const { width, height } = parseMedia(toMediaPath(id)) ?? {};
  return [width, height];
};
/** Maps the ending of each file's name to its format and size. */
async function filesOf({ id, files }: ConvertedPicture): Promise<Record<string, string>> {
  const entries = [...files].map(async ([name, bytes]) => {
    const { format, width, height } = await sharp(bytes).metadata();
    return [name.replace(id, ''), `${format} ${width}×${height}`];
  });
  return Object.fromEntries(await Promise.all(entries));
}

it.each(['jpeg', 'png', 'webp', 'avif'] as const)('re-encodes %s in each width', async (format) => {
  const picture = await convert(await drawPicture(2000, 1500).toFormat(format).toBuffer());
  expect(await filesOf(picture)).toEqual({
    '-160.webp': 'webp 160×120',
    '-400.webp': 'webp 400×300',
    '-800.webp': 'webp 800×600',
    '-1600.webp': 'webp 1600×1200',
    '.jpg': 'jpeg 1200×900',
  });
});

it.each([
  [300, 200, { '-160.webp': 'webp 160×107', '-300.webp': 'webp 300×200', '.jpg': 'jpeg 300×200' }],
  [200, 9000, { '-71.webp': 'webp 71×3200', '.jpg': 'jpeg 71×3200' }],
])('never enlarges a picture of %s × %s', async (width, height, files) => {
  expect(await filesOf(await convert(await drawPicture(width, height).png().toBuffer()))).toEqual(files);
});

it('rotates a picture upright, and removes location, camera data and colour profile', async () => {
  const exif = { IFD0: { Artist: 'Åsa' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 36/1 0/1' } };
  const taken = await drawPicture(300, 200).withExif(exif).withIccProfile('p3').jpeg().toBuffer();
  const turned = await sharp(taken).keepMetadata().withMetadata({ orientation: 6 }).toBuffer();
  expect(await sharp(turned).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() });
  const picture = await convert(turned);
  expect(sizeOf(picture)).toEqual([200, 300]);
  for (const bytes of picture.files.values()) {
    const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, iptc, orientation }).toEqual({});
    expect(Buffer.from(bytes).includes('Åsa')).toBe(false);
  }
});

it.each(['<script>alert(1)</script>', 'PK\u0003\u0004', '%PDF-1.7'])(
  'drops data that follows a picture or is hidden in it: %s',
  async (hidden) => {
    const jpeg = await drawPicture().jpeg().toBuffer();
    const comment = Buffer.from(hidden, 'latin1');
    const inside = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    const png = await drawPicture().png().toBuffer();
    for (const polyglot of [
      Buffer.concat([jpeg, comment]),
      Buffer.concat([inside, jpeg.subarray(2)]),
      Buffer.concat([png.subarray(0, 33), pngChunk('tEXt', Buffer.from(`Comment\0${hidden}`)), png.subarray(33)]),
    ]) {
      const { files } = await convert(polyglot);
      for (const bytes of files.values()) expect(Buffer.from(bytes).includes(comment)).toBe(false);
    }
  },
);

it('keeps the first frame of an animation, and transparency except in the JPEG', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 200, height: 200, channels: 4, background } })
      .png()
      .toBuffer();
  const frames = await Promise.all(['#ff000000', '#00f'].map(frame));
  const animation = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
  expect((await sharp(animation, { animated: true }).metadata()).pages).toBe(2);
  const { id, files } = await convert(animation);
  const webp = await sharp(files.get(`${id}-200.webp`)).metadata();
  expect({ pages: webp.pages, hasAlpha: webp.hasAlpha }).toEqual({ pages: undefined, hasAlpha: true });
  const pixel = await sharp(files.get(`${id}.jpg`))
    .raw()
    .toBuffer();
  expect([...pixel.subarray(0, 3)]).toEqual([255, 255, 255]);
});

it.each([
  ['CMYK', () => drawPicture().toColourspace('cmyk').jpeg()],
  ['grey', () => drawPicture().greyscale().png()],
  ['a palette', () => drawPicture().png({ palette: true })],
  ['16 bits', () => drawPicture().toColourspace('rgb16').png()],
])('reads a picture in %s', async (_, draw) => {
  const { id, files } = await convert(await draw().toBuffer());
  const { space, depth, channels } = await sharp(files.get(`${id}-300.webp`)).metadata();
  expect({ space, depth, channels }).toEqual({ space: 'srgb', depth: 'uchar', channels: 3 });
});

it.each([
  [1, 1],
  [199, 900],
  [900, 199],
])('refuses a picture of %s × %s', async (width, height) => {
  expect(await convertPicture(await drawPicture(width, height).png().toBuffer())).toBe('small');
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

it.each([
  ['nothing', ''],
  ['SVG', SVG],
  ['SVG with a declaration', `<?xml version="1.0"?>${SVG}`],
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['PDF', '%PDF-1.7\n'],
  ['GIF', 'GIF89a\u0001\0\u0001\0'],
  ['TIFF', 'II*\0\b\0\0\0'],
  ['BMP', 'BM\0\0\0\0'],
  ['HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'],
  ['MP4', '\0\0\0\u0018ftypisom\0\0\0\0isommp41'],
  ['ZIP', 'PK\u0003\u0004'],
  ['an AVIF brand as a version', '\0\0\0\u0018ftypheicavifmif1heic'],
])('refuses a file that is in none of the four formats: %s', async (_, content) => {
  expect(await convertPicture(Buffer.from(content, 'latin1'))).toBe('type');
});

it.each(['jpeg', 'png', 'webp', 'avif'] as const)('refuses an incomplete or invalid %s', async (format) => {
  const noise = sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
  const whole = await noise.toFormat(format).toBuffer();
  expect(typeof (await convertPicture(whole))).toBe('object');
  for (const share of [0.5, 0.9]) {
    expect(await convertPicture(whole.subarray(0, whole.length * share)), String(share)).toBe('damaged');
  }
  const junk = Buffer.concat([whole.subarray(0, 40), Buffer.alloc(5_000, 0xa5)]);
  expect(await convertPicture(junk)).toBe('damaged');
});

it('does not decode a picture of 900 megapixels in 110 kB', async () => {
  const bomb = pngBomb(30_000);
  expect(bomb.length).toBeLessThan(200_000);
  const before = process.memoryUsage().rss;
  expect(await convertPicture(bomb)).toBe('pixels');
  expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
  expect(typeof (await convertPicture(pngBomb(7_000)))).toBe('object');
  expect(await convertPicture(pngBomb(7_100))).toBe('pixels');
  const avif = await drawPicture(4_100, 4_000).avif({ effort: 0 }).toBuffer();
  expect(await convertPicture(avif)).toBe('pixels');
});
