import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { PrintButton } from '@/components/ui/print-button';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import type { OrderView } from '@/lib/orders/get-order';
import { receiptPdfPath } from '@/lib/orders/order-urls';
import { hasReceiptPdf, type PaidFacts, receiptFacts } from '@/lib/receipts/receipt-facts';
import { OrderStateBadge } from './order-state-badge';
import { ReceiptLines } from './receipt-lines';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
  /** The payment's time and reference. The early receipt passes them, because its order was read before the payment. */
  paid?: PaidFacts<ReactNode> | undefined;
}

/** The receipt of a paid order, or the details of an unpaid one. Designed for printing. */
export function Receipt({ order, language, messages, paid }: Props) {
  const m = messages.receipt;
  const isPaid = order.state !== 'PENDING';
  const facts = receiptFacts(order, language, messages, paid);
  return (
    <section
      aria-labelledby="document"
      className="mt-8 rounded-tile border border-line bg-surface p-5 sm:p-8 print:mt-4 print:border-0 print:p-0"
    >
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 id="document" className="text-heading">
            {isPaid ? m.title : messages.order.number(order.number)}
          </h2>
          <div className="mt-2">
            <OrderStateBadge state={order.state} messages={messages} />
          </div>
        </div>
        <address className="text-sm leading-relaxed not-italic sm:text-right">
          <strong className="block">{merchant.legalName}</strong>
          <span className="block">{`${merchant.street}, ${merchant.postalCode} ${merchant.city}`}</span>
          <span className="block">{`${m.organisationNumber} ${merchant.organisationNumber}`}</span>
          <span className="block">{`${m.vatNumber} ${merchant.vatNumber}`}</span>
          <span className="block">{merchant.email}</span>
        </address>
      </header>
      <dl className="mt-6 grid gap-x-8 gap-y-3 border-t border-line pt-5 sm:grid-cols-2 print:mt-4 print:gap-y-2 print:pt-3 sm:print:grid-cols-3">
        {facts.map(([label, value]) => (
          <div key={label} className="min-w-0">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <ReceiptLines order={order} language={language} messages={messages} />
      {isPaid && (
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
          <PrintButton label={m.print} />
          {hasReceiptPdf(order) && (
            <a href={receiptPdfPath(order.id, language)} type="application/pdf" className={buttonClass('secondary')}>
              {m.pdf}
            </a>
          )}
          <a href={localPath(language, '/returns')} className="underline underline-offset-4">
            {messages.footer.returns}
          </a>
          <a href={localPath(language, '/')} className="underline underline-offset-4">
            {messages.order.toShop}
          </a>
        </div>
      )}
    </section>
  );
}
