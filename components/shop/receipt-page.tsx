import type { ReactNode } from 'react';
import { PaidAt, PaidReference, PaidTime, ReceiptWhenPaid } from '@/components/payment/receipt-when-paid';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import type { OrderView } from '@/lib/orders/get-order';
import { OrderMilestones } from './order-milestones';
import { Receipt } from './receipt';
import { ReceiptHead } from './receipt-head';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

/** The content of the receipt page. `isComing`: the order is not paid yet; `ReceiptWhenPaid` fills in what only the payment brings. */
export function ReceiptPage({
  children,
  isComing = false,
  ...props
}: Props & { children?: ReactNode; isComing?: boolean }) {
  const { language, messages } = props;
  const paid = isComing ? { paidAt: <PaidAt language={language} />, ersReference: <PaidReference /> } : undefined;
  return (
    <div className="max-w-3xl pt-8 lg:pt-12 print:max-w-none print:pt-0">
      {children}
      <ReceiptHead {...props} />
      <OrderMilestones {...props} paidTime={isComing && <PaidTime language={language} />} />
      <Receipt {...props} paid={paid} />
      <p className="prose-measure mt-6 text-sm text-muted print:hidden">{messages.order.key}</p>
    </div>
  );
}

/** Shows `children`, and the receipt as soon as a payment view inside reports the payment. */
export function WithComingReceipt({ order, children, ...props }: Props & { children: ReactNode }) {
  const receipt = <ReceiptPage {...props} order={{ ...order, state: 'PAID' }} isComing />;
  return <ReceiptWhenPaid receipt={receipt}>{children}</ReceiptWhenPaid>;
}
