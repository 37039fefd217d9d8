import type { Metadata } from 'next';
import Link from 'next/link';
import { ChangeLines } from '@/components/admin/change-lines';
import { Note } from '@/components/admin/note';
import { OrderActions, OrderTransfer } from '@/components/admin/order-actions';
import { OrderExchanges } from '@/components/admin/order-exchanges';
import { OrderHistory } from '@/components/admin/order-history';
import { OrderIncidents } from '@/components/admin/order-incidents';
import { OrderLines } from '@/components/admin/order-lines';
import { OrderPapers } from '@/components/admin/order-papers';
import { OrderPayments, OrderRefunds } from '@/components/admin/order-payments';
import { OrderShipment } from '@/components/admin/order-shipment';
import { StateBadge } from '@/components/admin/state-badge';
import { panel, textLink } from '@/components/admin/styles';
import { ScenesLink } from '@/components/behind-the-scenes/scenes-link';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import { listExchanges } from '@/lib/admin/list-exchanges';
import { listIncidents } from '@/lib/admin/view-incident';
import { isVisitor } from '@/lib/admin/visitor-session';
import { config } from '@/lib/config';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import { formatMoney } from '@/lib/money';
import { formatOrderNumber } from '@/lib/orders/get-order';
import { receiptPath } from '@/lib/orders/order-urls';
import { pageTexts, type Query, readQuery, requireAnySession } from '../../request';
import { type OrderParams, orderPath, requireOrder } from './order';

type Props = { params: Promise<OrderParams>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t.order.title(formatOrderNumber(Number((await params).number) || 0)) };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { number } = await params;
  const session = await requireAnySession(orderPath(encodeURIComponent(number)));
  const [{ language, t }, query, order] = await Promise.all([
    pageTexts(),
    readQuery(searchParams),
    requireOrder(session, { number }),
  ]);
  const [exchanges, incidents] = await Promise.all([
    listExchanges(session, order.payments),
    listIncidents(session, { number: order.number }),
  ]);
  const m = t.order;
  const { customer } = order;
  const isInProgress = order.refunds.some(({ state, byTransfer }) => state === 'REQUESTED' && !byTransfer);
  return (
    <>
      {isInProgress && <RefreshSoon path={orderPath(order.number)} />}
      <Link href="/admin/orders" prefetch={false} className={`text-sm print:hidden ${textLink}`}>
        ← {m.back}
      </Link>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-heading">{m.title(order.displayNumber)}</h1>
        <StateBadge state={order.state} label={t.states.order[order.state]} />
        {order.sentAt && <StateBadge state="" label={t.sent} />}
        <a href={receiptPath(order.id, order.language)} className={`text-sm sm:ml-auto print:hidden ${textLink}`}>
          {m.buyersPage}
        </a>
      </div>
      <p className="mt-1 text-sm text-muted">
        {`${m.placed(formatShortDateTime(order.createdAt, language))} · ${t.methods[order.paymentMethod]}`}
      </p>
      <Note name={query.note} language={language} t={t} />
      <div className="mt-6 grid items-start gap-5 lg:grid-cols-[3fr_2fr] print:mt-3 print:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-5">
          <OrderIncidents incidents={incidents} language={language} t={t} />
          <OrderShipment order={order} note={query.note} language={language} t={t} />
          <OrderActions order={order} t={t} />
          {!isVisitor(session) && <OrderPapers order={order} t={t} />}
          <OrderTransfer order={order} language={language} t={t} />
          <section aria-labelledby="lines" className={panel}>
            <h2 id="lines" className="text-lg">
              {m.lines}
            </h2>
            <div className="mt-1 print:text-sm">
              <OrderLines order={order} language={language} t={t} />
            </div>
            {order.change && (
              <p className="mt-3 rounded-field bg-straw-soft px-3 py-2">
                {m.changing(
                  formatMoney(order.change.from, language),
                  formatMoney(order.change.to, language),
                  order.change.actor,
                )}
              </p>
            )}
            {order.may.change && <ChangeLines order={order} t={t} />}
          </section>
          <OrderPayments order={order} language={language} t={t} />
          <OrderRefunds order={order} language={language} t={t} />
          {config().behindTheScenes.enabled && (
            <ScenesLink href={`${orderPath(order.number)}/behind-the-scenes`} language={language} />
          )}
          <OrderExchanges
            found={exchanges}
            language={language}
            t={t}
            hasConsole={config().sandbox.enabled && !isVisitor(session)}
          />
        </div>
        <div className="min-w-0 space-y-5">
          <section aria-labelledby="customer" className={panel}>
            <h2 id="customer" className="text-lg">
              {m.customer}
            </h2>
            <address className="mt-1 break-words not-italic">
              <span className="block">{customer.name}</span>
              <span className="block">{customer.address}</span>
              <span className="block">{`${customer.postalCode} ${customer.city}, ${customer.country}`}</span>
              <a href={`mailto:${encodeURIComponent(customer.email)}`} className={`wrap-anywhere ${textLink}`}>
                {customer.email}
              </a>
            </address>
            <p className="mt-2 text-sm text-muted">{m.delivery[order.delivery]}</p>
          </section>
          <section aria-labelledby="history" className={panel}>
            <h2 id="history" className="mb-3 text-lg">
              {m.history}
            </h2>
            <OrderHistory history={order.history} language={language} t={t} />
          </section>
        </div>
      </div>
    </>
  );
}
