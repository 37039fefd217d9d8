import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { config } from '@/lib/config';
import { convertPicture } from '@/lib/media/convert-picture';
import { mediaStore } from '@/lib/media/media-store';
import { drawPicture } from '@/lib/testing/pictures';
import { openShopDatabase } from '@/lib/testing/shop-database';
import { GET } from './[file]/route';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const get = (file: string) => GET(new Request('http://shop.test/media/x'), { params: Promise.resolve({ file }) });

it('serves each file of a picture with its type, and lets browsers cache it forever', async () => {
  const picture = await convertPicture(await drawPicture(500, 300).png().toBuffer());
  if (typeof picture === 'string') throw new Error(picture);
  await mediaStore().put(picture);
  for (const [name, bytes] of picture.files) {
    const response = await get(name);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': name.endsWith('.jpg') ? 'image/jpeg' : 'image/webp',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  }
  const usual = new Uint8Array(await (await get(picture.id)).arrayBuffer());
  expect(usual).toEqual(picture.files.get(`${picture.id}-500.webp`));
});

it.each(['..', '../shop.db', '../../../../etc/passwd', 'secret.jpg', 'shop.db', '.', '', 'a\0b', 'a'.repeat(5_000)])(
  'answers 404 for a name that is not a picture’s: %s',
  async (file) => {
    if (config().databaseUrl.startsWith('file:')) {
      mkdirSync(config().mediaFolder, { recursive: true });
      writeFileSync(join(config().mediaFolder, 'secret.jpg'), 'secret');
    }
    const response = await get(file);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('There is no such picture.\n');
  },
);

it('answers 404 for a picture that was never uploaded', async () => {
  expect((await get(`${'0'.repeat(32)}-90x60.jpg`)).status).toBe(404);
});
