import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { config } from '../../config';
import { db } from '../../db/client';
import { mediaStore } from '../../media/media-store';
import { parseMedia } from '../../media-path';
import { signedIn } from '../../testing/admin-session';
import { configure } from '../../testing/configure';
import { drawPicture } from '../../testing/pictures';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { getProductDetails } from '../get-product-details';
import { getChangesSince } from '../product-facts';
import type { Session } from '../session';
import { arrangePictures } from './arrange-pictures';
import { listPictures, MAX_PICTURES } from './change-pictures';
import { deleteProduct, duplicateProduct } from './product-actions';
import { MAX_PICTURE_BYTES, uploadPicture } from './upload-picture';

let close: () => Promise<void>;
let session: Session;
let slug: string;
let serial = 0;

beforeAll(async () => {
  close = await openShopDatabase();
  session = signedIn();
});
beforeEach(async () => {
  slug = `p${serial++}`;
  await addProducts([{ slug }]);
});
afterAll(() => close());

const draw = (shade: number) =>
  drawPicture(300, 200, `rgb(0, ${shade * 20}, ${serial * 30})`)
    .png()
    .toBuffer();
const pictures = async () => {
  const product = await getProductDetails(session, slug);
  return product ? listPictures(session, product) : [];
};
const arrange = (action: string, image = '', available: string[] = []) =>
  arrangePictures(session, slug, { action, image }, available);
async function auditOf(about: string) {
  const rows = await db().read.auditEntry.findMany({ where: { subjectId: about }, orderBy: { id: 'asc' } });
  return rows.map(({ actor, field, part, before, after }) => [
    actor,
    part ? `${field} ${part}` : field,
    before && JSON.parse(before),
    after && JSON.parse(after),
  ]);
}

it('adds uploads in their order, and each file can be read', async () => {
  expect(await uploadPicture(session, slug, await draw(1))).toEqual({ ok: true, categorySlug: 'things' });
  await uploadPicture(session, slug, await draw(2));
  const [first = '', second = ''] = await pictures();
  expect([first, second].map((path) => parseMedia(path))).toMatchObject([{ width: 300, height: 200 }, { width: 300 }]);
  expect(first).not.toBe(second);
  expect(await mediaStore().read(`${parseMedia(second)?.id}-300.webp`)).toBeInstanceOf(Uint8Array);
  expect((await getProductDetails(session, slug))?.image).toBe(first);
  await uploadPicture(session, slug, await draw(1));
  expect(await pictures()).toEqual([first, second]);
  expect(await auditOf(slug)).toEqual([
    ['Åsa', 'image', '', first],
    ['Åsa', 'picture 2', null, second],
  ]);
});

it('moves and removes pictures, and records each change with the old and the new value', async () => {
  const files = ['/products/a.svg', '/products/b.svg', '/products/c.svg'];
  const [a = '', b = '', c = ''] = files;
  for (const file of files) await arrange('add', file, files);
  expect(await pictures()).toEqual([a, b, c]);
  await arrange('first', c);
  expect(await pictures()).toEqual([c, a, b]);
  await arrange('later', c);
  expect(await pictures()).toEqual([a, c, b]);
  await arrange('earlier', b);
  expect(await pictures()).toEqual([a, b, c]);
  await arrange('earlier', a);
  await arrange('later', c);
  expect(await pictures()).toEqual([a, b, c]);
  await arrange('remove', a);
  expect(await pictures()).toEqual([b, c]);
  expect((await auditOf(slug)).slice(-3)).toEqual([
    ['Åsa', 'image', a, b],
    ['Åsa', 'picture 2', b, c],
    ['Åsa', 'picture 3', c, null],
  ]);
  await arrange('remove', b);
  await arrange('remove', c);
  expect(await pictures()).toEqual([]);
  expect((await getProductDetails(session, slug))?.image).toBe('');
});

it('a change of the first picture makes an open product form outdated and is among the changes it lists', async () => {
  const files = ['/products/a.svg', '/products/b.svg'];
  await arrange('add', '/products/a.svg', files);
  expect(await getProductDetails(session, slug)).toMatchObject({ version: 1 });
  const changes = await getChangesSince(session, slug, 0);
  expect(changes).toMatchObject({ by: 'Åsa', before: { image: '' }, now: { image: '/products/a.svg' } });
  expect(changes?.fields).toEqual([{ name: 'image' }]);
  await arrange('add', '/products/b.svg', files);
  expect(await getProductDetails(session, slug)).toMatchObject({ version: 1 });
});

it('a copy has the same pictures, and the audit list names a deleted product’s pictures', async () => {
  const files = ['/products/a.svg', '/products/b.svg'];
  for (const file of files) await arrange('add', file, files);
  const copied = await duplicateProduct(session, slug);
  const copy = copied?.ok ? copied.slug : '';
  expect(await listPictures(session, { slug: copy, image: '/products/a.svg' })).toEqual(files);
  await deleteProduct(session, copy);
  const entries = (await auditOf(copy)).filter(([, field]) => field === 'picture 2');
  expect(entries).toEqual([
    ['Åsa', 'picture 2', null, '/products/b.svg'],
    ['Åsa', 'picture 2', '/products/b.svg', null],
  ]);
});

it('refuses a file that is not a picture, is too large, or exceeds the maximum number, and changes nothing', async () => {
  const refused = async (bytes: Uint8Array) => uploadPicture(session, slug, bytes);
  expect(await refused(new Uint8Array())).toEqual({ ok: false, problem: 'none' });
  expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
    ok: false,
    problem: 'type',
  });
  const most = Buffer.concat([await draw(3), Buffer.alloc(MAX_PICTURE_BYTES)]);
  expect(await refused(most.subarray(0, MAX_PICTURE_BYTES + 1))).toEqual({ ok: false, problem: 'large' });
  expect(await pictures()).toEqual([]);
  expect(await refused(most.subarray(0, MAX_PICTURE_BYTES))).toMatchObject({ ok: true });
  const files = Array.from({ length: MAX_PICTURES }, (_, index) => `/products/${index}.svg`);
  for (const file of files.slice(1)) await arrange('add', file, files);
  const full = await pictures();
  expect(full).toHaveLength(MAX_PICTURES);
  expect(await refused(await draw(4))).toEqual({ ok: false, problem: 'many' });
  expect(await arrange('add', files[0], files)).toEqual({ ok: false, problem: 'many' });
  expect(await pictures()).toEqual(full);
});

it('refuses pictures that do not exist, and unknown products and actions', async () => {
  for (const image of ['/products/a.svg', '../../../etc/passwd', 'https://evil.example/x.png', '/media/x']) {
    expect(await arrange('add', image, ['/products/b.svg'])).toEqual({ ok: false, problem: 'missing' });
    for (const action of ['first', 'earlier', 'later', 'remove']) {
      expect(await arrange(action, image)).toEqual({ ok: false, problem: 'missing' });
    }
  }
  for (const action of ['', 'constructor', 'delete']) expect(await arrange(action)).toBe(null);
  expect(await arrangePictures(session, 'not-there', { action: 'remove', image: '' }, [])).toBe(null);
  expect(await uploadPicture(session, 'not-there', await draw(5))).toBe(null);
  expect(await auditOf(slug)).toEqual([]);
});

it.skipIf(process.env.TEST_DATABASE === 'postgresql')('adds nothing if the folder cannot be written to', async () => {
  const folder = config().mediaFolder;
  configure({ MEDIA_DIR: join(dirname(folder), 'shop.db') });
  expect(await uploadPicture(session, slug, await draw(6))).toEqual({ ok: false, problem: 'storage' });
  configure({ MEDIA_DIR: folder });
  expect(await pictures()).toEqual([]);
});

it('keeps all pictures that are uploaded concurrently', async () => {
  const uploads = await Promise.all([10, 11, 12].map(async (shade) => uploadPicture(session, slug, await draw(shade))));
  expect(uploads.map((uploaded) => uploaded?.ok)).toEqual([true, true, true]);
  expect(new Set(await pictures()).size).toBe(3);
});
