import { formatShortDateTime } from '@/lib/i18n/format-date';
import { getPayerAppTexts, type PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import type { AppRefusal, InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { BackToShop } from './back-to-shop';
import { primaryButton, quietButton } from './buttons';
import { CancelForm } from './cancel-form';
import { OutcomeSign, type Sign } from './icons';
import { KeepCard } from './keep-card';
import { LiveInvoice } from './live-invoice';
import { ReceiptLinks } from './receipt-links';
import { Rows } from './rows';
import { Screen } from './screen';
import { type SessionQuery, withSessionQuery } from './session-query';
import { ShownCards } from './shown-cards';

/** An invoice that cannot be paid: its outcome, and the link back. */
export function OutcomeScreen({
  invoice,
  balance,
  language,
  sessionQuery,
  refusal,
  byLink,
}: {
  invoice: InvoiceView;
  balance?: Money | undefined;
  language: FullLanguage;
  sessionQuery: SessionQuery;
  refusal?: AppRefusal | undefined;
  /** Whether the shop's page is open on this device. The app then returns to it automatically. */
  byLink: boolean;
}) {
  const texts = getPayerAppTexts(language);
  const { sign, title, text } = describe(invoice, texts);
  const asksAboutCard = invoice.cardToKeep !== undefined;
  const goesBack = invoice.justEnded && byLink && invoice.backUrl !== undefined && !asksAboutCard;
  const isWaiting = sign === 'wait';
  return (
    <Screen
      texts={texts}
      back={withSessionQuery('/sandbox/app', sessionQuery)}
      bottom={
        invoice.confirming ? null : (
          <>
            {invoice.backUrl && !isWaiting ? (
              <BackToShop
                url={invoice.backUrl}
                byItself={goesBack}
                texts={{
                  back: texts.backTo(invoice.merchant),
                  going: texts.goingBack(invoice.merchant),
                  stay: texts.stay,
                }}
              />
            ) : null}
            {isWaiting && !invoice.confirming && (
              <CancelForm invoice={invoice} texts={texts} sessionQuery={sessionQuery} />
            )}
            {!goesBack && !isWaiting && (
              <a
                href={withSessionQuery('/sandbox/app', sessionQuery)}
                className={invoice.backUrl ? quietButton : primaryButton}
              >
                {texts.done}
              </a>
            )}
          </>
        )
      }
    >
      {refusal === 'closed' && sign !== 'good' && (
        <p role="alert" className="mb-3 rounded-2xl bg-warn-tint px-4 py-3 text-center text-warn">
          {texts.refusals.closed}
        </p>
      )}
      <div className="flex flex-col items-center pt-4 pb-6 text-center" role="status">
        <OutcomeSign sign={sign} />
        <h1 className="mt-4 font-semibold text-2xl">{title}</h1>
        {invoice.status !== 'PENDING_ISSUER_ACKNOWLEDGE' && (
          <p
            className={`mt-1 font-semibold text-5xl tabular-nums tracking-tight ${sign === 'good' || isWaiting ? '' : 'text-soft line-through decoration-2'}`}
          >
            {formatMoney(invoice.paid ?? invoice.total, language)}
          </p>
        )}
        <p className="mt-2 text-lg">{texts.paidTo(invoice.merchant)}</p>
        {invoice.title && <p className="max-w-full break-words text-soft text-sm">{invoice.title}</p>}
        {text && <p className="mt-4 max-w-72 text-balance text-soft leading-relaxed">{text}</p>}
      </div>
      <KeepCard invoice={invoice} texts={texts} sessionQuery={sessionQuery} />
      <ShownCards invoice={invoice} texts={texts} />
      <Facts invoice={invoice} balance={balance} language={language} texts={texts} />
      {sign === 'good' && (
        <div className="mt-3">
          <Rows invoice={invoice} language={language} texts={texts} />
        </div>
      )}
      <ReceiptLinks invoice={invoice} sessionQuery={sessionQuery} texts={texts} />
      {isWaiting && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      {(isWaiting || invoice.status === 'PAID' || invoice.status === 'RESERVED') && (
        <LiveInvoice reference={invoice.reference} shown={invoice.shownState} mark={false} />
      )}
    </Screen>
  );
}

type Outcome = { sign: Sign; title: string; text?: string };

function describe(invoice: InvoiceView, texts: PayerAppTexts): Outcome {
  if (invoice.confirming) return { sign: 'wait', title: texts.confirming, text: texts.confirmingText };
  switch (invoice.status) {
    case 'PAID':
      return { sign: 'good', title: texts.paid };
    case 'RESERVED':
      return { sign: 'good', title: texts.reserved, text: texts.reservedText };
    case 'CANCELED':
      return { sign: 'bad', title: texts.canceled, text: canceledText(invoice, texts) };
    case 'FAILED':
      return { sign: 'bad', title: texts.failed, text: texts.failedText };
    case 'EXPIRED':
      return { sign: 'late', title: texts.expired, text: texts.expiredText };
    case 'ISSUED':
    case 'PENDING_ISSUER_ACKNOWLEDGE':
      return { sign: 'wait', title: texts.waiting, text: texts.waitingText };
  }
}

function canceledText({ closedBy }: InvoiceView, texts: PayerAppTexts): string {
  if (closedBy === 'REVERSAL') return texts.reversedText;
  if (closedBy === 'LAPSE') return texts.lapsedText;
  return closedBy === 'MERCHANT' ? texts.canceledByShop : texts.canceledText;
}

function Facts({
  invoice,
  balance,
  language,
  texts,
}: {
  invoice: InvoiceView;
  balance?: Money | undefined;
  language: FullLanguage;
  texts: PayerAppTexts;
}) {
  const { paid, refunded, endedAt, ersReference } = invoice;
  const facts: [name: string, value: string, isCode?: boolean][] = [];
  if (endedAt) facts.push([texts.paidAt, formatShortDateTime(endedAt, language)]);
  if (ersReference) facts.push([texts.reference, ersReference, true]);
  facts.push([texts.invoice, `R${invoice.reference}`, true]);
  if (refunded) facts.push([texts.refunded, formatMoney(refunded, language)]);
  if (balance) {
    facts.push([paid && invoice.justEnded ? texts.newBalance : texts.balance, formatMoney(balance, language)]);
  }
  return (
    <div className="drop-shadow-sm">
      <dl className="torn divide-y divide-line rounded-t-2xl bg-card px-5 pt-1">
        {facts.map(([name, value, isCode]) => (
          <div key={name} className="flex items-baseline justify-between gap-4 py-3">
            <dt className="shrink-0 text-soft">{name}</dt>
            <dd className={`min-w-0 break-all text-right tabular-nums ${isCode ? 'font-mono text-sm' : ''}`}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
