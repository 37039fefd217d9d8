import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { goodDigest } from '../good-digest';
import type { FullLanguage } from '../i18n/languages';
import { getProductDetails } from './get-product-details';
import { factsOf } from './product-facts';
import { actorOf, type Session } from './session';

/**
 * What removing the demonstration's goods does to one: it is deleted; it was ordered, so it stays and is taken off sale;
 * or its texts or picture were changed, so it counts as the merchant's own.
 */
type Fate = 'deleted' | 'taken-off' | 'kept';
export type DemoGood = { readonly slug: string; readonly name: string; readonly fate: Fate };

/** The demonstration's goods that the shop still has, in the shop's order. Goods that are off sale already are left out. */
export async function listDemoGoods(_session: Session, language: FullLanguage): Promise<DemoGood[]> {
  const goods = await findDemoGoods(db().read);
  return goods.map(({ slug, texts, fate }) => ({
    slug,
    fate,
    name: texts.find((text) => text.language === language)?.name ?? slug,
  }));
}

/**
 * Removes the demonstration's goods, and the categories that become empty. A category in which only goods remain that are
 * off sale loses its name, so that the shop no longer shows it. Orders do not change.
 */
export async function removeDemoGoods(session: Session): Promise<void> {
  await db().write(async (tx) => {
    const touched = new Set<string>();
    const takenOff: string[] = [];
    for (const good of await findDemoGoods(tx)) {
      if (good.fate === 'kept') continue;
      // A buyer may have ordered it meanwhile.
      const { count } = await tx.product.deleteMany({
        where: { slug: good.fate === 'deleted' ? good.slug : '', reserved: 0, sold: 0 },
      });
      if (count === 0) {
        await takeOffSale(tx, session, good.slug);
        takenOff.push(good.slug);
      } else await recordDeletion(tx, session, good);
      touched.add(good.categorySlug);
    }
    await tx.category.deleteMany({ where: { slug: { in: [...touched] }, products: { none: {} } } });
    const isOffSale = { slug: { in: takenOff }, published: false };
    await tx.categoryText.deleteMany({
      where: { category: { slug: { in: [...touched] }, products: { every: isOffSale } } },
    });
  });
}

async function findDemoGoods(reader: Pick<Tx, 'seededGood' | 'product' | 'orderLine'>) {
  const seeded = await reader.seededGood.findMany({ where: { demoDigest: { not: null } } });
  const digests = new Map(seeded.map(({ slug, demoDigest }) => [slug, demoDigest]));
  const products = await reader.product.findMany({
    where: { slug: { in: [...digests.keys()] } },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { slug: 'asc' }],
    include: { texts: true },
  });
  const ordered = await reader.orderLine.findMany({
    where: { slug: { in: products.map(({ slug }) => slug) } },
    distinct: ['slug'],
    select: { slug: true },
  });
  const isOrdered = new Set(ordered.map(({ slug }) => slug));
  return products.flatMap(({ slug, categorySlug, image, texts, reserved, sold, published }) => {
    const isChanged = goodDigest({ image, texts }) !== digests.get(slug);
    const isUsed = isOrdered.has(slug) || reserved > 0 || sold > 0;
    const fate: Fate = isChanged ? 'kept' : isUsed ? 'taken-off' : 'deleted';
    return fate === 'taken-off' && !published ? [] : [{ slug, categorySlug, texts, fate }];
  });
}

async function takeOffSale(tx: Tx, session: Session, slug: string): Promise<void> {
  const product = await getProductDetails(session, slug, tx);
  if (!product?.published) return;
  const { version } = product;
  await tx.product.update({ where: { slug }, data: { published: false, version: { increment: 1 } } });
  const facts = JSON.stringify(factsOf(product));
  await tx.productVersion.create({
    data: { productSlug: slug, version, facts, replacedAt: now(), replacedBy: session.actor },
  });
  const change = { field: 'published', before: true, after: false } as const;
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, [change]);
}

async function recordDeletion(
  tx: Tx,
  session: Session,
  { slug, texts }: { readonly slug: string; readonly texts: readonly { language: string; name: string }[] },
): Promise<void> {
  const changes = texts.map(({ language, name }) => ({
    ...{ field: 'name' as const, part: language, before: name, after: null },
  }));
  await recordAudit(tx, actorOf(session), { kind: 'product', id: slug }, changes);
}
