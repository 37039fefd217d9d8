import { recordAudit } from '../../audit/record-audit';
import { db, type Tx } from '../../db/client';
import { actorOf, type Session } from '../session';
import { bySlug, relistFamily } from './families';
import { CATEGORY_ORDER, categoryScope } from './scopes';

export type Direction = 'up' | 'down';

export function parseDirection(text: string | null): Direction | null {
  return text === 'up' || text === 'down' ? text : null;
}

/** The position of a category's last product; -1 without products. */
export async function lastPosition(tx: Tx, categorySlug: string): Promise<number> {
  const { _max } = await tx.product.aggregate({ where: { categorySlug }, _max: { position: true } });
  return _max.position ?? -1;
}

/** Makes room in a category after the product, or the last variant of its family, and returns the free position. */
export async function positionAfter(
  tx: Tx,
  {
    slug,
    family,
    categorySlug,
  }: { readonly slug: string; readonly family: string | null; readonly categorySlug: string },
): Promise<number> {
  const { _max } = await tx.product.aggregate({
    where: family === null ? { slug } : { family },
    _max: { position: true },
  });
  const position = (_max.position ?? -1) + 1;
  const taken = { categorySlug, position: { gte: position } };
  if ((await tx.product.findFirst({ where: { ...taken, position }, select: { slug: true } })) !== null) {
    await tx.product.updateMany({ where: taken, data: { position: { increment: 1 } } });
  }
  return position;
}

/**
 * Moves a product one place up or down among the products of its category that are not archived. Does nothing at the end
 * of the list. Returns the category; null if there is no such product in it.
 */
export async function moveProduct(
  session: Session,
  { slug, categorySlug }: { readonly slug: string; readonly categorySlug: string },
  direction: Direction,
): Promise<string | null> {
  return db().write(async (tx) => {
    // Gives products with equal positions different ones. Usually changes nothing.
    await tx.$executeRaw`
      UPDATE "Product" SET "position" = r."place" FROM (
        SELECT "slug" AS "of", row_number() OVER (ORDER BY "position", "slug") - 1 AS "place"
        FROM "Product" WHERE "categorySlug" = ${categorySlug}
      ) r WHERE r."of" = "Product"."slug" AND "Product"."position" <> r."place"`;
    const select = { slug: true, position: true, family: true } as const;
    const product = await tx.product.findFirst({ where: { slug, categorySlug }, select });
    if (!product) return null;
    const up = direction === 'up';
    const neighbour = await tx.product.findFirst({
      where: { categorySlug, archivedAt: null, position: up ? { lt: product.position } : { gt: product.position } },
      orderBy: { position: up ? 'desc' : 'asc' },
      select,
    });
    if (!neighbour) return categorySlug;
    const places = [
      { slug, position: neighbour.position },
      { slug: neighbour.slug, position: product.position },
    ];
    for (const place of bySlug(places)) {
      await tx.product.update({ where: { slug: place.slug }, data: { position: place.position } });
    }
    for (const family of new Set([product.family, neighbour.family])) await relistFamily(tx, family);
    const change = { field: 'position', before: product.position + 1, after: neighbour.position + 1 } as const;
    await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, [change]);
    return categorySlug;
  }, categoryScope(categorySlug));
}

/** Moves a category one place up or down. False if there is no such category. */
export async function moveCategory(session: Session, slug: string, direction: Direction): Promise<boolean> {
  return db().write(async (tx) => {
    const all = await tx.category.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] });
    const from = all.findIndex((category) => category.slug === slug);
    if (from < 0) return false;
    const to = direction === 'up' ? from - 1 : from + 1;
    const [moved, other] = [all[from], all[to]];
    if (!moved || !other) return true;
    [all[from], all[to]] = [other, moved];
    for (const [position, category] of all.entries()) {
      if (category.position !== position) {
        await tx.category.update({ where: { slug: category.slug }, data: { position } });
      }
    }
    const change = { field: 'position', before: from + 1, after: to + 1 } as const;
    await recordAudit(tx, actorOf(session), { kind: 'category', id: slug }, [change]);
    return true;
  }, CATEGORY_ORDER);
}
