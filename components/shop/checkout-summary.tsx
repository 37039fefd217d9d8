import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { Delivery } from '@/lib/orders/delivery';
import type { Quote, QuoteLine } from '@/lib/orders/quote';
import { formatVatRate } from '@/lib/vat-rate';
import { CheckoutLineProblem } from './checkout-line-problem';
import { CheckoutSubmit } from './checkout-submit';
import { lineProblemMessage, quoteProblemMessage } from './line-problem';

interface Props {
  quotes: Record<Delivery, Quote>;
  language: Language;
  messages: ShopTexts;
}

// The radio buttons select the visible total with CSS alone.
const shownFor: Record<Delivery, string> = {
  standard: 'group-has-[#delivery-express:checked]/checkout:hidden',
  express: 'group-has-[#delivery-standard:checked]/checkout:hidden',
};

export function CheckoutSummary({ quotes, language, messages }: Props) {
  const m = messages.checkout;
  const { standard } = quotes;
  return (
    <section aria-labelledby="order" className="h-fit rounded-tile bg-sunken p-6 lg:sticky lg:top-6">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="order" className="text-heading">
          {m.order}
        </h2>
        <Link
          href={localPath(language, '/cart')}
          prefetch={false}
          className="py-1 text-sm underline underline-offset-4"
        >
          {m.change}
        </Link>
      </div>
      <ul className="mt-4 space-y-3">
        {standard.lines.map((line, index) => (
          <SummaryLine key={line.slug} line={line} index={index} language={language} messages={messages} />
        ))}
      </ul>
      {(['standard', 'express'] as const).map((delivery) => (
        <Sums key={delivery} delivery={delivery} quote={quotes[delivery]} language={language} messages={messages} />
      ))}
      {standard.ok ? (
        <CheckoutSubmit pendingText={m.pending}>
          {(['standard', 'express'] as const).map((delivery) => (
            <ButtonText
              key={delivery}
              delivery={delivery}
              quote={quotes[delivery]}
              language={language}
              messages={messages}
            />
          ))}
        </CheckoutSubmit>
      ) : (
        <div className="mt-5">
          <Notice tone="problem">{quoteProblemMessage(standard, language, messages)}</Notice>
        </div>
      )}
      <p className="mt-3 text-sm text-muted">
        {m.agree}{' '}
        <Link href={localPath(language, '/terms')} prefetch={false} className="underline underline-offset-4">
          {m.agreeLink}
        </Link>
        .
      </p>
    </section>
  );
}

interface LineProps {
  line: QuoteLine;
  index: number;
  language: Language;
  messages: ShopTexts;
}

function SummaryLine({ line, index, language, messages }: LineProps) {
  return (
    <li>
      <div className="flex items-baseline justify-between gap-4">
        <span className="wrap-anywhere">
          <span className="text-muted tabular-nums">{`${line.quantity} × `}</span>
          <span>{line.name || messages.cart.gone}</span>
        </span>
        {!line.problem && <span className="shrink-0 tabular-nums">{formatMoney(line.total, language)}</span>}
      </div>
      <CheckoutLineProblem index={index} slug={line.slug} problem={lineProblemMessage(line, messages)} />
    </li>
  );
}

interface SumsProps {
  delivery: Delivery;
  quote: Quote;
  language: Language;
  messages: ShopTexts;
}

function Sums({ delivery, quote, language, messages: { checkout: m } }: SumsProps) {
  return (
    <dl
      className={`mt-5 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-t border-line pt-4 tabular-nums ${shownFor[delivery]}`}
    >
      <dt>{m.goods}</dt>
      <dd className="text-right">{formatMoney(quote.goods, language)}</dd>
      <dt>{`${m.deliveryRow}, ${m.deliveries[delivery].name.toLowerCase()}`}</dt>
      <dd className="text-right">{formatMoney(quote.delivery, language)}</dd>
      <dt className="mt-2 font-display text-xl font-semibold">{m.total}</dt>
      <dd className="mt-2 text-right font-display text-xl font-semibold">{formatMoney(quote.total, language)}</dd>
      {quote.vat.map(({ rate, vat }) => (
        <div key={rate} className="col-span-2 flex justify-between text-sm text-muted">
          <dt>{m.vat(formatVatRate(rate, language))}</dt>
          <dd className="shrink-0">{formatMoney(vat, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ButtonText({ delivery, quote, language, messages: { checkout: m } }: SumsProps) {
  const total = formatMoney(quote.total, language);
  return (
    <span className={shownFor[delivery]}>
      <span className="group-has-[#paymentMethod-invoice:checked]/checkout:hidden">{m.pay(total)}</span>
      <span className="group-has-[#paymentMethod-seqr:checked]/checkout:hidden">{m.orderFor(total)}</span>
    </span>
  );
}
