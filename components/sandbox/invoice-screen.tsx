import { getPayerAppTexts, type PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import type { AppRefusal, InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { CancelForm } from './cancel-form';
import { Initial } from './history-list';
import { LiveInvoice } from './live-invoice';
import { PayFlow, PayLink } from './pay-sheet';
import { Rows } from './rows';
import { Screen } from './screen';
import { type SessionQuery, withSessionQuery } from './session-query';
import { ShownCards } from './shown-cards';

/** An open invoice: merchant, amount, rows, and the buttons to pay or cancel. */
export function InvoiceScreen({
  invoice,
  balance,
  language,
  sessionQuery,
  refusal,
  askPin,
  pin,
}: {
  invoice: InvoiceView;
  balance?: Money | undefined;
  language: FullLanguage;
  sessionQuery: SessionQuery;
  refusal?: AppRefusal | undefined;
  askPin: boolean;
  /** Shown by the sandbox, because visitors do not know it. */
  pin: string;
}) {
  const texts = getPayerAppTexts(language);
  const sum = formatMoney(invoice.total, language);
  const path = `/sandbox/app/R${invoice.reference}`;
  const openHref = `?${new URLSearchParams({ ...sessionQuery, step: 'pin' })}`;
  return (
    <PayFlow
      step={{
        action: `${path}/pay`,
        // The total the payer saw: if the merchant has changed it since, nothing is paid.
        hidden: { ...sessionQuery, seen: String(invoice.total.amount) },
        openHref,
        closeHref: `?${new URLSearchParams(sessionQuery)}`,
        initialMessage: askPin && refusal ? texts.refusals[refusal] : undefined,
        texts: pinTexts(texts, sum, invoice.merchant, pin),
      }}
    >
      <Screen
        texts={texts}
        back={withSessionQuery('/sandbox/app', sessionQuery)}
        bottom={
          <>
            {balance && <Balance balance={balance} due={invoice.total} language={language} />}
            <PayLink href={openHref}>{texts.pay(sum)}</PayLink>
            <CancelForm invoice={invoice} texts={texts} sessionQuery={sessionQuery} />
          </>
        }
      >
        {refusal && !askPin && (
          <p role="alert" className="mb-3 rounded-2xl bg-bad-tint px-4 py-3 text-bad">
            {texts.refusals[refusal]}
          </p>
        )}
        <InvoiceHead invoice={invoice} sum={sum} texts={texts} />
        <ShownCards invoice={invoice} texts={texts} />
        <Rows invoice={invoice} language={language} texts={texts} />
      </Screen>
      <LiveInvoice reference={invoice.reference} shown={invoice.shownState} mark sessionQuery={sessionQuery} />
    </PayFlow>
  );
}

function pinTexts(texts: PayerAppTexts, sum: string, merchant: string, pin: string) {
  return {
    title: texts.pinTitle,
    detail: texts.pinFor(sum, merchant),
    hint: texts.testPin(pin),
    label: texts.pinLabel,
    remove: texts.pinDelete,
    back: texts.pinBack,
    keypad: texts.pinKeypad,
    confirm: texts.confirm,
    paying: texts.paying,
    malformedPin: texts.refusals['malformed-pin'],
    unreachable: texts.unreachable,
  };
}

function Balance({ balance, due, language }: { balance: Money; due: Money; language: FullLanguage }) {
  const short = balance.amount < due.amount;
  return (
    <p className={`mb-2.5 text-center text-sm ${short ? 'font-medium text-bad' : 'text-soft'}`}>
      {getPayerAppTexts(language).youHave(formatMoney(balance, language))}
    </p>
  );
}

function InvoiceHead({ invoice, sum, texts }: { invoice: InvoiceView; sum: string; texts: PayerAppTexts }) {
  return (
    <div className="flex flex-col items-center pt-1 pb-5 text-center">
      <Initial name={invoice.merchant} large />
      <h1 className="mt-3 font-medium text-lg">
        <span className="sr-only">{texts.invoiceFrom('')}</span> <span>{invoice.merchant}</span>
      </h1>
      {invoice.title && <p className="text-soft text-sm">{invoice.title}</p>}
      <p className="mt-1 font-semibold text-5xl tabular-nums tracking-tight">{sum}</p>
    </div>
  );
}
