import { recordAudits } from '../../audit/record-audit';
import { storeOptions } from '../../catalogue/options';
import { now } from '../../clock';
import { db, type Tx } from '../../db/client';
import { Prisma } from '../../db/generated/client';
import { insertRows } from '../../db/insert-rows';
import { isFullLanguage } from '../../i18n/languages';
import { keysOf } from '../../keys-of';
import { relistFamily } from '../catalogue/families';
import { categoryScope } from '../catalogue/scopes';
import { auditChanges, noFacts } from '../catalogue/write-product';
import { productTextFields } from '../get-product-details';
import { factsOf } from '../product-facts';
import { actorOf, type Session } from '../session';
import { forgetImportFile, type ImportFile } from './import-file';
import { type PlannedChange, planImport } from './plan-import';
import { type CatalogueProduct, chunksOf } from './read-catalogue';

/**
 * `overtaken`: the import would no longer do what the page showed, or one of its products was changed concurrently;
 * nothing was imported. `gone`: the file was imported already, was replaced, or is too old.
 */
export type Imported =
  | { readonly ok: true; readonly created: number; readonly changed: number; readonly categories: readonly string[] }
  | { readonly ok: false; readonly reason: 'overtaken' | 'gone' };

/** The maximum number of products per statement; see insert-rows.ts. */
const CHUNK = 250;

/**
 * Imports a file exactly as the page showed it: `digest` is the digest of the plan shown. Writes all products in one
 * transaction. Each statement writes many products, because other writes wait for this one; only families are relisted
 * one by one.
 */
export async function applyImport(
  session: Session,
  file: ImportFile,
  digest: string,
  images: readonly string[],
): Promise<Imported> {
  const plan = await planImport(session, file.bytes, images);
  if (plan.problems.length > 0 || plan.digest !== digest) return { ok: false, reason: 'overtaken' };
  const created = plan.changes.filter(({ before }) => before === null);
  const changed = plan.changes.flatMap((change) => (change.before ? [{ ...change, before: change.before }] : []));
  const left = changed.map(({ before }) => before.categorySlug);
  const categories = [...new Set([...left, ...plan.changes.map(({ values }) => values.categorySlug)])];
  try {
    return await db().write(
      async (tx): Promise<Imported> => {
        if (!(await forgetImportFile(tx, session, file.id))) return { ok: false, reason: 'gone' };
        await createProducts(tx, session, created);
        await changeProducts(tx, session, changed);
        for (const family of new Set(changed.map(({ before }) => before.family))) await relistFamily(tx, family);
        return { ok: true, created: created.length, changed: changed.length, categories };
      },
      ['product import', ...categories.map(categoryScope)],
    );
  } catch (error) {
    if (error instanceof Overtaken || isRefusedByKey(error)) return { ok: false, reason: 'overtaken' };
    throw error;
  }
}

/** Rolls the import back. */
class Overtaken extends Error {}

/** A slug or an article number was taken, or a category deleted, since the plan was made. */
function isRefusedByKey(error: unknown): boolean {
  const refusal = /`(?:SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE|FOREIGNKEY)|23505|23503)`/;
  return error instanceof Error && 'code' in error && error.code === 'P2010' && refusal.test(error.message);
}

async function createProducts(tx: Tx, session: Session, changes: readonly PlannedChange[]): Promise<void> {
  const place = await newPositions(tx, changes);
  for (const some of chunksOf(changes, CHUNK)) {
    const slugs = some.map(({ slug }) => slug);
    const at = now();
    await insertRows(
      tx,
      'Product',
      some.map((change) => {
        const { price, texts: _texts, options: _options, ...own } = change.values;
        const { amount, currency } = price;
        const times = { archivedAt: change.archived ? at : null, createdAt: at, updatedAt: at };
        return { slug: change.slug, ...own, price: amount, currency, position: place(change), ...times };
      }),
    );
    await saveTexts(tx, some);
    await tx.seededGood.updateMany({ where: { slug: { in: slugs } }, data: { demoDigest: null } });
    const entries = some.map(({ slug, values, archived }) => ({
      subject: { kind: 'product' as const, id: slug },
      changes: auditChanges(noFacts, { ...values, archived }),
    }));
    await recordAudits(tx, actorOf(session), entries);
  }
}

type Change = PlannedChange & { readonly before: CatalogueProduct };

async function changeProducts(tx: Tx, session: Session, changes: readonly Change[]): Promise<void> {
  const place = await newPositions(tx, changes.filter(isMoved));
  for (const some of chunksOf(changes, CHUNK)) {
    const stocks = await updateProducts(tx, some, place);
    await dropRepeatedPictures(tx, some);
    const texts = some.filter(({ fields }) => fields.some((field) => 'language' in field));
    await tx.productText.deleteMany({ where: { productSlug: { in: texts.map(({ slug }) => slug) } } });
    await saveTexts(tx, texts);
    const at = now();
    // A sale may have changed the stock since the product was read.
    const pairs = some.map((change) => {
      const stock = stocks.get(change.slug) ?? 0;
      const { before, values, archived } = change;
      return {
        ...change,
        before: { ...before, stock: stock - (values.stock - before.stock) },
        after: { ...values, archived, stock },
      };
    });
    await insertRows(
      tx,
      'ProductVersion',
      pairs.map(({ slug, before }) => ({
        ...{ productSlug: slug, version: before.version, facts: JSON.stringify(factsOf(before)) },
        ...{ replacedAt: at, replacedBy: session.actor },
      })),
    );
    const entries = pairs.map(({ slug, before, after, position }) => ({
      subject: { kind: 'product' as const, id: slug },
      changes: [
        ...auditChanges(before, after),
        ...(position === null || position === before.position
          ? []
          : [{ field: 'position' as const, before: before.position + 1, after: position + 1 }]),
      ],
    }));
    await recordAudits(tx, actorOf(session), entries);
  }
}

/** Removes each new first picture from the product's other pictures, so that no picture is shown twice. */
async function dropRepeatedPictures(tx: Tx, changes: readonly Change[]): Promise<void> {
  const moved = changes.filter(({ before, values }) => values.image !== before.image);
  if (moved.length === 0) return;
  const repeated = moved.map(({ slug, values: { image } }) => ({ productSlug: slug, image }));
  await tx.productPicture.deleteMany({ where: { OR: repeated } });
}

/** Updates products that still have the version of the plan. Returns their stock. */
async function updateProducts(
  tx: Tx,
  changes: readonly Change[],
  place: (change: PlannedChange) => number,
): Promise<Map<string, number>> {
  const at = now();
  const rows = changes.map((change) => {
    const { slug, before, values, archived } = change;
    const { sku, categorySlug, price, vatRate, stock, image, published } = values;
    const position = isMoved(change) ? place(change) : (change.position ?? before.position);
    return Prisma.sql`(${slug}, ${sku}, ${categorySlug}, ${position}, ${price.amount}, ${price.currency}, ${vatRate},
      ${stock - before.stock}, ${image}, ${published ? 1 : 0}, ${before.version}, ${archived ? 1 : 0})`;
  });
  const saved = await tx.$queryRaw<{ slug: string; stock: number | bigint }[]>`
    UPDATE "Product" SET
      "sku" = v."column2", "categorySlug" = v."column3", "position" = CAST(v."column4" AS INTEGER),
      "price" = CAST(v."column5" AS INTEGER), "currency" = v."column6", "vatRate" = CAST(v."column7" AS INTEGER),
      "stock" = "stock" + CAST(v."column8" AS INTEGER), "image" = v."column9",
      "published" = CAST(CAST(v."column10" AS INTEGER) AS BOOLEAN), "version" = "version" + 1, "updatedAt" = ${at},
      "archivedAt" = CASE WHEN CAST(v."column12" AS INTEGER) = 1 THEN coalesce("archivedAt", ${at}) END
    FROM (VALUES ${Prisma.join(rows)}) v
    WHERE "Product"."slug" = v."column1" AND "version" = CAST(v."column11" AS INTEGER)
      AND "stock" + CAST(v."column8" AS INTEGER) >= 0
    RETURNING "Product"."slug", "Product"."stock"`;
  if (saved.length !== changes.length) throw new Overtaken();
  return new Map(saved.map(({ slug, stock }) => [slug, Number(stock)]));
}

/** Whether the product moves to another category, in which the file gives it no position. */
function isMoved({ before, values, position }: PlannedChange): boolean {
  return position === null && before !== null && before.categorySlug !== values.categorySlug;
}

/** Positions after the last product of each category, in the order of the file. */
async function newPositions(tx: Tx, changes: readonly PlannedChange[]): Promise<(change: PlannedChange) => number> {
  const slugs = [...new Set(changes.map(({ values }) => values.categorySlug))];
  const last = await tx.product.groupBy({
    by: ['categorySlug'],
    where: { categorySlug: { in: slugs } },
    _max: { position: true },
  });
  const next = new Map(last.map(({ categorySlug, _max }) => [categorySlug, (_max.position ?? -1) + 1]));
  return ({ position, values: { categorySlug } }) => {
    if (position !== null) return position;
    const place = next.get(categorySlug) ?? 0;
    next.set(categorySlug, place + 1);
    return place;
  };
}

/** Stores the texts of products that have none. */
async function saveTexts(tx: Tx, changes: readonly PlannedChange[]): Promise<void> {
  // All languages, including those that the shop does not serve.
  const data = changes.flatMap(({ slug, values: { texts, options } }) =>
    keysOf(texts)
      .filter((language) => {
        const isEmpty = productTextFields.every((field) => texts[language][field] === '');
        return !isEmpty || (options[language].length > 0 && isFullLanguage(language));
      })
      .map((language) => ({
        ...{ productSlug: slug, language, ...texts[language], options: storeOptions(options[language]) },
      })),
  );
  await insertRows(tx, 'ProductText', data);
}
