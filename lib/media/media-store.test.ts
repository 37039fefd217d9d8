import { readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { toMediaPath } from '../media-path';
import { forgetGlobal } from '../process-global';
import { drawPicture } from '../testing/pictures';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { type ConvertedPicture, convertPicture } from './convert-picture';
import { mediaStore } from './media-store';
import { removeUnusedMedia } from './remove-unused';

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  forgetGlobal('shop-db');
});

let serial = 0;
async function newPicture(): Promise<ConvertedPicture> {
  serial += 1;
  const picture = await convertPicture(
    await drawPicture(300, 200, `hsl(${serial * 40}, 80%, 50%)`)
      .png()
      .toBuffer(),
  );
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
}

const storedNames = async () =>
  config().databaseUrl.startsWith('file:')
    ? readdirSync(config().mediaFolder).sort()
    : (await db().read.mediaFile.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name);

it.each(['sqlite', 'postgresql'])('stores a picture once, and reads its files, on %s', async (system) => {
  close = await openShopDatabase(system);
  const picture = await newPicture();
  await mediaStore().put(picture);
  await Promise.all([mediaStore().put(picture), mediaStore().put(picture)]);
  for (const [name, bytes] of picture.files) expect(await mediaStore().read(name)).toEqual(bytes);
  expect(await mediaStore().read(`${picture.id}-1.webp`)).toBe(null);
  expect(await storedNames()).toEqual([...picture.files.keys()].sort());
  expect(await db().read.media.findMany({ select: { id: true } })).toEqual([{ id: picture.id }]);
  expect(await db().read.mediaFile.count()).toBe(system === 'sqlite' ? 0 : picture.files.size);
});

it.each(['sqlite', 'postgresql'])('deletes pictures that no product has had for 30 days, on %s', async (system) => {
  close = await openShopDatabase(system);
  const [first, further, unused] = [await newPicture(), await newPicture(), await newPicture()];
  for (const picture of [first, further, unused]) await mediaStore().put(picture);
  await addProducts([{ slug: 'mug' }]);
  await db().write(async (tx) => {
    await tx.product.update({ where: { slug: 'mug' }, data: { image: toMediaPath(first.id) } });
    await tx.productPicture.create({ data: { productSlug: 'mug', position: 2, image: toMediaPath(further.id) } });
  });
  const days = (count: number) => secondsAfter(now(), -count * 86_400);
  const since = async () => (await db().read.media.findUnique({ where: { id: unused.id } }))?.unusedSince;

  await removeUnusedMedia();
  expect(await since()).toBeInstanceOf(Date);
  const setSince = (unusedSince: Date) => db().write((tx) => tx.media.updateMany({ data: { unusedSince } }));
  await setSince(days(29));
  await removeUnusedMedia();
  expect(await mediaStore().read(`${unused.id}.jpg`)).not.toBe(null);
  await setSince(days(31));
  await mediaStore().put(unused);
  await removeUnusedMedia();
  expect((await since())?.getTime()).toBeGreaterThan(days(1).getTime());
  await setSince(days(31));
  await removeUnusedMedia();
  expect(await mediaStore().read(`${unused.id}.jpg`)).toBe(null);
  expect(await storedNames()).toEqual([...first.files.keys(), ...further.files.keys()].sort());
  const rows = await db().read.media.findMany({ select: { unusedSince: true } });
  expect(rows).toEqual([{ unusedSince: null }, { unusedSince: null }]);
});
