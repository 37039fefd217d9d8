import type { ReactNode } from 'react';
import { SeqrPaymentView } from '@/components/payment/seqr-payment-view';
import { WatchStatus } from '@/components/payment/watch-status';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { type Money, toDecimal } from '@/lib/money';
import type { PaymentView } from '@/lib/orders/get-order';
import { paymentPath, receiptPath } from '@/lib/orders/order-urls';
import { encodeQr, quietZone, toPath } from '@/lib/payment-view/qr-code';
import { toStatusWord } from '@/lib/payments/payment-status';

interface Props {
  orderId: string;
  total: Money;
  payment: PaymentView & { invoiceReference: string; invoiceQRCode: string };
  /** Whether SEQR was down when the page was rendered, so that the page says so. It refreshes when that changes. */
  seqrDown: boolean;
  language: Language;
  messages: ShopTexts;
}

/** The payment code with instructions: SEQR's payment view, or, without JavaScript, a server-rendered version. */
export function PayOpen({ orderId, total, payment, seqrDown, language, messages: { pay: m } }: Props) {
  const { invoiceReference, invoiceQRCode } = payment;
  const statusUrl = paymentPath(orderId);
  // Shown without JavaScript, and while the view's script cannot be loaded. It is used twice, but React sends it once.
  const code: ReactNode =
    payment.state === 'ISSUED' ? (
      <div className="flex flex-col items-start gap-4">
        <QrCode text={invoiceQRCode} label={m.codeAlt} />
        <a href={invoiceQRCode} className="font-medium underline underline-offset-4">
          {m.codeLink}
        </a>
      </div>
    ) : (
      <p className="font-display text-lg font-semibold">{m.states.confirming.text}</p>
    );

  return (
    <>
      <div className="noscript:hidden">
        <SeqrPaymentView
          invoiceReference={invoiceReference}
          invoiceQRCode={invoiceQRCode}
          statusUrl={statusUrl}
          receiptUrl={receiptPath(orderId, language)}
          language={language}
        >
          {code}
        </SeqrPaymentView>
        <WatchStatus
          statusUrl={statusUrl}
          status={toStatusWord(payment.state)}
          invoiceReference={invoiceReference}
          amount={toDecimal(total)}
          seqrDown={seqrDown}
          held={false}
        />
      </div>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
        <div className="flex flex-col items-start gap-4 rounded-tile bg-seqr-soft p-6">
          {code}
          <p>{m.noScript}</p>
        </div>
      </noscript>
      <section aria-labelledby="how" className="mt-8">
        <h2 id="how" className="text-heading">
          {m.how}
        </h2>
        <ol className="prose-measure mt-3 list-decimal space-y-1.5 pl-6 marker:text-muted">
          {m.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="prose-measure mt-3 text-muted">{m.byItself}</p>
      </section>
    </>
  );
}

function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQr(text);
  if (!rows) return null;
  const size = rows.length + 2 * quietZone;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={toPath(rows)} fill="black" />
    </svg>
  );
}
