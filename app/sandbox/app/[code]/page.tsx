import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { invoicePath, parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { InvoiceScreen } from '@/components/sandbox/invoice-screen';
import { isOpenedByLink } from '@/components/sandbox/opened-by-link';
import { OutcomeScreen } from '@/components/sandbox/outcome-screen';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { AppRefusal } from '@/lib/sandbox/payer-app/payer';
import { DEFAULT_PIN, getInvoice, getWallet } from '@/lib/sandbox/payer-app/payer';
import { serverAddress } from '@/lib/server-address';
import { lastValue, notFoundWithoutSandbox, type Query, requestLanguage } from '../../request';
import { walletSession } from '../session';

type Props = { params: Promise<{ code: string }>; searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: getPayerAppTexts(await requestLanguage(lastValue((await searchParams).lang))).invoice };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  notFoundWithoutSandbox();
  const reference = parseInvoiceCode((await params).code);
  const { language, payerId, sessionQuery } = await walletSession(searchParams);
  const invoice = reference && (await getInvoice(reference, payerId));
  if (!invoice) notFound();
  const query = await searchParams;
  const byLink = lastValue(query.via) === 'link';
  const requestHeaders = await headers();
  if (!byLink && isOpenedByLink(requestHeaders, serverAddress({ headers: requestHeaders }))) {
    // Kept in the address, because the Referer of later requests is the wallet itself.
    redirect(`${invoicePath(reference)}?${new URLSearchParams({ ...sessionQuery, via: 'link' })}`);
  }
  const { balances } = await getWallet(payerId);
  const shown = {
    invoice,
    language,
    balance: balances.find(({ currency }) => currency === invoice.total.currency),
    sessionQuery: byLink ? { ...sessionQuery, via: 'link' } : sessionQuery,
    refusal: toRefusal(lastValue(query.refusal), language),
  };
  return (
    <div lang={language} className="contents">
      {invoice.status === 'ISSUED' && !invoice.confirming ? (
        <InvoiceScreen {...shown} askPin={lastValue(query.step) === 'pin'} pin={DEFAULT_PIN} />
      ) : (
        <OutcomeScreen {...shown} byLink={byLink} />
      )}
    </div>
  );
}

function toRefusal(text: string | undefined, language: 'en' | 'sv'): AppRefusal | undefined {
  return Object.keys(getPayerAppTexts(language).refusals).find((refusal): refusal is AppRefusal => refusal === text);
}
