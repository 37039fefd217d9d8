import type { Metadata } from 'next';
import Link from 'next/link';
import { pageLanguage } from '@/app/[lang]/page-language';
import { privateMetadata } from '@/app/[lang]/page-metadata';
import { currentVisitor } from '@/app/[lang]/visitor';
import { OrderCard } from '@/components/shop/order-card';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { listOrders } from '@/lib/orders/list-orders';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata(getShopTexts(await pageLanguage()).orders.title);
}

export default async function OrdersPage() {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  const m = messages.orders;
  const visitor = await currentVisitor();
  const orders = visitor ? await listOrders(visitor) : [];
  if (orders.length === 0) {
    return (
      <EmptyState title={m.empty} hint={m.emptyHint}>
        <Link href={localPath(language, '/')} className={buttonClass()}>
          {messages.cart.browse}
        </Link>
      </EmptyState>
    );
  }
  return (
    <div className="max-w-3xl pt-8 lg:pt-12">
      <h1 className="text-title">{m.title}</h1>
      <p className="prose-measure mt-3 text-muted">{m.intro}</p>
      <ul className="mt-8 space-y-4">
        {orders.map((order) => (
          <OrderCard key={order.id} order={order} language={language} messages={messages} />
        ))}
      </ul>
    </div>
  );
}
