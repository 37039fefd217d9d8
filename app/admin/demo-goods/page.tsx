import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminForm } from '@/components/admin/admin-form';
import { textLink } from '@/components/admin/styles';
import { buttonClass } from '@/components/ui/button-class';
import { listDemoGoods } from '@/lib/admin/catalogue/demo-goods';
import { pageTexts, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.demoGoods.title };
}

/** Lists what removal would do to each of the demonstration's products, and asks for confirmation. */
export default async function DemoGoodsPage() {
  const session = await requireSession('/admin/demo-goods');
  const { language, t } = await pageTexts();
  const goods = await listDemoGoods(session, language);
  const m = t.demoGoods;
  const groups = (['deleted', 'taken-off', 'kept'] as const)
    .map((fate) => ({ fate, names: goods.filter((good) => good.fate === fate).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  const isNeeded = goods.some(({ fate }) => fate !== 'kept');
  return (
    <>
      <Link href="/admin/products" prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.products.title}`}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      <p className="mt-3 prose-measure">{isNeeded ? m.intro : m.none}</p>
      {groups.map(({ fate, names }) => (
        <section key={fate} className="mt-6 prose-measure">
          <h2 className="text-base">{m.groups[fate](names.length)}</h2>
          <p className="mt-1 text-muted">{m.hints[fate]}</p>
          <ul className="mt-2 columns-2 gap-8 text-sm max-sm:columns-1">
            {names.map((name) => (
              <li key={name} className="py-0.5 wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {isNeeded && (
        <AdminForm action="/admin/demo-goods/remove" className="mt-6">
          <button type="submit" className={buttonClass('primary')}>
            {m.remove}
          </button>
        </AdminForm>
      )}
    </>
  );
}
