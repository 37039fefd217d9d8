import { formatTime } from '@/lib/i18n/format-date';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { OrderView } from '@/lib/orders/get-order';
import { formatVatRate } from '@/lib/vat-rate';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

/** The order's total next to the code. */
export function PaySum({ order, language, messages }: Props) {
  const m = messages.pay;
  return (
    <aside className="h-fit rounded-tile bg-sunken p-6">
      <p className="text-muted">{messages.order.number(order.number)}</p>
      <p className="mt-3">{m.sum}</p>
      <p className="font-display text-4xl font-semibold tabular-nums">{formatMoney(order.total, language)}</p>
      <ul className="mt-5 space-y-2 border-t border-line pt-4">
        {order.lines.map(({ name, quantity, total }) => (
          <li key={name} className="flex items-baseline justify-between gap-4">
            <span className="wrap-anywhere">
              <span className="text-muted tabular-nums">{`${quantity} × `}</span>
              <span>{name}</span>
            </span>
            <span className="shrink-0 tabular-nums">{formatMoney(total, language)}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-3 border-t border-line pt-3 text-sm text-muted tabular-nums">
        {order.vat.map(({ rate, vat }) => (
          <div key={rate} className="flex justify-between">
            <dt>{messages.checkout.vat(formatVatRate(rate, language))}</dt>
            <dd className="shrink-0">{formatMoney(vat, language)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm">{m.until(formatTime(order.expiresAt, language))}</p>
      <p className="mt-2 text-sm text-muted">{messages.order.key}</p>
    </aside>
  );
}
