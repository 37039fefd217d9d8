import type { ReactNode } from 'react';
import { EarlyReceipt, PaidAt, PaidReference, PaidTime } from '@/components/payment/early-receipt';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { toDecimal } from '@/lib/money';
import type { OrderView } from '@/lib/orders/get-order';
import { OrderMilestones } from './order-milestones';
import { Receipt } from './receipt';
import { ReceiptHead } from './receipt-head';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

interface ContentProps extends Props {
  children?: ReactNode;
  /** `order` was read before its payment: `EarlyReceipt` provides the payment's time and reference. */
  isEarly?: boolean;
}

/** The content of the receipt page. `children` come first. */
export function ReceiptContent({ children, isEarly = false, ...props }: ContentProps) {
  const { language, messages } = props;
  const paid = isEarly ? { paidAt: <PaidAt language={language} />, ersReference: <PaidReference /> } : undefined;
  return (
    <div className="max-w-3xl pt-8 lg:pt-12 print:max-w-none print:pt-0">
      {children}
      <ReceiptHead {...props} />
      <OrderMilestones {...props} paidTime={isEarly && <PaidTime language={language} />} />
      <Receipt {...props} paid={paid} />
      <p className="prose-measure mt-6 text-sm text-muted print:hidden">{messages.order.key}</p>
    </div>
  );
}

interface EarlyProps extends Props {
  /** False without a payment view, or if the receipt page has a notice that the early receipt lacks. */
  isEnabled: boolean;
  children: ReactNode;
}

/** Shows `children`, and the order's receipt as soon as a payment view inside them reports PAID. */
export function WithEarlyReceipt({ isEnabled, order, children, ...props }: EarlyProps) {
  const receipt = isEnabled ? <ReceiptContent {...props} order={{ ...order, state: 'PAID' }} isEarly /> : null;
  return (
    <EarlyReceipt receipt={receipt} amount={toDecimal(order.total)} announcement={props.messages.receipt.thanks}>
      {children}
    </EarlyReceipt>
  );
}
