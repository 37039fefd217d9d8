import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { privateMetadata } from '@/app/[lang]/page-metadata';
import { currentVisitor } from '@/app/[lang]/visitor';
import { WhatIfForm } from '@/components/behind-the-scenes/what-if-form';
import { WhatIfOutcome } from '@/components/behind-the-scenes/what-if-outcome';
import { PayActions } from '@/components/shop/pay-actions';
import { PayClosed } from '@/components/shop/pay-closed';
import { PayHeld } from '@/components/shop/pay-held';
import { PayOpen } from '@/components/shop/pay-open';
import { PayState } from '@/components/shop/pay-state';
import { PaySum } from '@/components/shop/pay-sum';
import { WithEarlyReceipt } from '@/components/shop/receipt-content';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { formatMoney } from '@/lib/money';
import { getOrder } from '@/lib/orders/get-order';
import { notePageOpen } from '@/lib/orders/order-changes';
import { receiptPath } from '@/lib/orders/order-urls';
import { seqrIsDown } from '@/lib/payments/breaker';
import { getOutcome } from '@/lib/what-if/get-outcome';
import { mayTryWhatIf } from '@/lib/what-if/start-what-if';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ cancel?: string | string[]; 'what-if'?: string | string[] }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata(getShopTexts(await pageLanguage()).pay.title);
}

/** The stored order and payment decide what is shown. `cancel=later` and `what-if=refused` in the address only add a notice. */
export default async function PayPage({ params, searchParams }: Props) {
  const [language, { id }, { cancel, 'what-if': whatIf }] = [await pageLanguage(), await params, await searchParams];
  const messages = getShopTexts(language);
  const order = await getOrder(id);
  if (!order) notFound();
  const { payment, state, held } = order;
  if (state === 'CANCELED' || state === 'EXPIRED') {
    return <PayClosed order={order} state={state} language={language} messages={messages} />;
  }
  if (state !== 'PENDING' || !payment) redirect(receiptPath(id, language));
  if (held && held.outcome === null) return <PayHeld order={order} held={held} messages={messages} />;
  notePageOpen(id);
  const { invoiceReference, invoiceQRCode } = payment;
  const visitorId = await currentVisitor();
  const [mayTry, outcome] = await Promise.all([mayTryWhatIf(id, visitorId), getOutcome(id, visitorId)]);
  const seqrDown = seqrIsDown();
  const isWaiting = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'].includes(payment.state);
  const open = isWaiting && invoiceReference && invoiceQRCode ? { ...payment, invoiceReference, invoiceQRCode } : null;
  // After a what-if, the receipt page begins with its outcome.
  const hasEarlyReceipt = open !== null && !outcome;
  return (
    <WithEarlyReceipt isEnabled={hasEarlyReceipt} order={order} language={language} messages={messages}>
      <div className="pt-8 lg:pt-12">
        <h1 className="text-title">{messages.pay.title}</h1>
        <p className="mt-1 text-lg text-muted lg:hidden">
          {`${formatMoney(order.total, language)} · ${messages.order.number(order.number)}`}
        </p>
        <div className="mt-6 grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-14">
          <div className="min-w-0">
            {outcome && <WhatIfOutcome outcome={outcome} language={language} />}
            {cancel === 'later' && (
              <div className="mb-6">
                <Notice tone="care" live="status">
                  {messages.pay.cancelLater}
                </Notice>
              </div>
            )}
            {seqrDown && (
              <div className="mb-6">
                <Notice tone="care" live="status">
                  {messages.pay.seqrDown}
                </Notice>
              </div>
            )}
            {open ? (
              <PayOpen
                orderId={id}
                total={order.total}
                payment={open}
                seqrDown={seqrDown}
                language={language}
                messages={messages}
              />
            ) : (
              <PayState orderId={id} state={payment.state} attempt={payment.attempt} messages={messages} />
            )}
            {config().isDemo && isWaiting && invoiceReference && (
              <p className="mt-6">
                <a href={`/R${invoiceReference}`} target="_blank" rel="noopener" className={buttonClass('secondary')}>
                  {messages.demo.payHere}
                </a>
              </p>
            )}
            <PayActions orderId={id} state={payment.state} attempt={payment.attempt} messages={messages} />
            {mayTry && payment.state === 'ISSUED' && (
              <WhatIfForm orderId={id} isRefused={whatIf === 'refused'} language={language} />
            )}
          </div>
          <PaySum order={order} language={language} messages={messages} />
        </div>
      </div>
    </WithEarlyReceipt>
  );
}
