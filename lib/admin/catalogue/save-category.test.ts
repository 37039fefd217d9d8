import { afterAll, beforeAll, expect, it } from 'vitest';
import { getCategory } from '../../catalogue/get-category';
import { db } from '../../db/client';
import { signedIn } from '../../testing/admin-session';
import { addProducts, openShopDatabase } from '../../testing/shop-database';
import { getCategoryDetails } from './categories';
import { setArchived } from './product-actions';
import { addCategory, deleteCategory, saveCategory } from './save-category';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const texts = { 'name-en': 'Lamps', 'name-sv': 'Lampor', 'intro-en': ' For\n dark  days ', 'intro-sv': '' };
const auditOf = async (subjectId: string) => {
  const rows = await db().read.auditEntry.findMany({
    where: { subject: 'category', subjectId },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ field, part, before, after }) => [`${field}-${part}`, before, after]);
};

it('a category is created, changed and deleted, with every value in the audit list', async () => {
  expect(await addCategory(signedIn(), texts)).toEqual({ ok: true, slug: 'lamps' });
  expect(await getCategory('en', 'lamps')).toEqual({ slug: 'lamps', name: 'Lamps', intro: 'For dark days' });
  const change = { ...texts, version: '0', 'name-sv': 'Ljus' };
  expect(await saveCategory(signedIn(), 'lamps', change)).toEqual({ ok: true, slug: 'lamps' });
  expect(await getCategory('sv', 'lamps')).toMatchObject({ name: 'Ljus' });
  expect(await saveCategory(signedIn(), 'lamps', change)).toEqual({ ok: false, problem: 'overtaken' });
  expect(await deleteCategory(signedIn(), 'lamps')).toBe(true);
  expect(await auditOf('lamps')).toEqual([
    ['name-en', null, '"Lamps"'],
    ['intro-en', null, '"For dark days"'],
    ['name-sv', null, '"Lampor"'],
    ['name-sv', '"Lampor"', '"Ljus"'],
    ['name-en', '"Lamps"', null],
    ['intro-en', '"For dark days"', null],
    ['name-sv', '"Ljus"', null],
  ]);
  expect(await deleteCategory(signedIn(), 'lamps')).toBeNull();
  expect(await saveCategory(signedIn(), 'lamps', change)).toBeNull();
});

it.each([
  ['text', { 'name-sv': ' ' }],
  ['text', { 'name-en': 'x'.repeat(61) }],
  ['text', { 'intro-en': 'x'.repeat(301) }],
  ['slug', { slug: 'A b' }],
  ['slug', { 'name-en': '漆器' }],
  ['slug-taken', { slug: 'things' }],
])('a category with a bad %s is refused: %j', async (problem, change) => {
  await addProducts([]);
  expect(await addCategory(signedIn(), { ...texts, ...change })).toEqual({ ok: false, problem });
});

it('a refused change leaves the category as it is', async () => {
  await addCategory(signedIn(), { ...texts, slug: 'kept' });
  expect(await saveCategory(signedIn(), 'kept', { ...texts, version: '0', 'name-en': '' })).toEqual({
    ...{ ok: false, problem: 'text' },
  });
  expect(await getCategoryDetails(signedIn(), 'kept')).toMatchObject({ version: 0, texts: { en: { name: 'Lamps' } } });
});

it('a category with a product, even an archived one, is not deleted', async () => {
  await addProducts([{ slug: 'thing' }]);
  await setArchived(signedIn(), 'thing', true);
  expect(await deleteCategory(signedIn(), 'things')).toBe(false);
  expect(await getCategoryDetails(signedIn(), 'things')).toMatchObject({ products: 1 });
});
