import { expect, it } from 'vitest';
import { fileNames, parseMedia, pictureSource, toFileName, toJpeg } from './media-path';

const hash = '0123456789abcdef0123456789abcdef';
const id = `${hash}-1600x1067`;

it('names the files of a picture', () => {
  expect(fileNames(id)).toEqual([160, 400, 800, 1600].map((width) => `${id}-${width}.webp`).concat(`${id}.jpg`));
  expect(fileNames(`${hash}-96x64`)).toEqual([`${hash}-96x64-96.webp`, `${hash}-96x64.jpg`]);
  for (const name of fileNames(id)) expect(toFileName(name)).toBe(name);
});

it('answers a path without an ending with the usual width, or the widest', () => {
  expect(toFileName(id)).toBe(`${id}-800.webp`);
  expect(toFileName(`${hash}-300x200`)).toBe(`${hash}-300x200-300.webp`);
});

it.each([
  '',
  '..',
  '../shop.db',
  '..%2fshop.db',
  `../${id}.jpg`,
  `${id}/../../shop.db`,
  `${id}.jpg/`,
  `${id}.jpg\0.png`,
  `${id}.png`,
  `${id}-401.webp`,
  `${id}-0400.webp`,
  `${id}-800.webp.partial`,
  `${id.toUpperCase()}.jpg`,
  `${hash}-01600x1067`,
  `${hash}-99999x1`,
  `${hash}-0x0`,
  `${hash.slice(1)}-1600x1067`,
  `${'../'.repeat(10)}ab-1600x1067`,
  `${'g'.repeat(32)}-1600x1067`,
  'constructor',
  `${id}.jpg`.padStart(10_000, '0'),
])('serves no other name: %s', (name) => {
  expect(toFileName(name)).toBe(null);
});

it('describes an uploaded picture for a page and for link previews', () => {
  expect(pictureSource(`/media/${hash}-900x600`, '50vw')).toEqual({
    src: `/media/${hash}-900x600-800.webp`,
    srcSet: [160, 400, 800, 900].map((width) => `/media/${hash}-900x600-${width}.webp ${width}w`).join(', '),
    sizes: '50vw',
  });
  expect(toJpeg(`/media/${id}`)).toEqual({ path: `/media/${id}.jpg`, width: 1200, height: 800 });
});

it.each(['', '/products/a.svg', '/media/', `/media/${id}.jpg`, `https://evil.example/media/${id}`])(
  'uses any other picture unchanged: %s',
  (image) => {
    expect(parseMedia(image)).toBe(null);
    expect(pictureSource(image, '50vw')).toEqual({ src: image });
    expect(toJpeg(image)).toBe(null);
  },
);
