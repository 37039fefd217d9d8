import Link from 'next/link';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { deliveryPrice } from '@/lib/orders/delivery';

/** Delivery costs and the returns policy. */
export function ProductFacts({ language, messages }: { language: Language; messages: ShopTexts }) {
  const m = messages.product;
  const [standard, express] = (['standard', 'express'] as const).map((id) => formatMoney(deliveryPrice(id), language));
  return (
    <dl className="mt-8 grid gap-4 border-t border-line pt-6 text-[0.95rem] sm:grid-cols-2">
      <div>
        <dt className="font-display font-semibold">{m.deliveryTitle}</dt>
        <dd className="mt-1 text-muted">{m.delivery(standard ?? '', express ?? '')}</dd>
      </div>
      <div>
        <dt className="font-display font-semibold">{m.returnsTitle}</dt>
        <dd className="mt-1 text-muted">
          {m.returns}{' '}
          <Link href={localPath(language, '/returns')} prefetch={false} className="underline underline-offset-4">
            {messages.footer.returns}
          </Link>
        </dd>
      </div>
    </dl>
  );
}
