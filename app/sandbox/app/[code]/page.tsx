import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { InvoiceScreen } from '@/components/sandbox/invoice-screen';
import { isOpenedByLink } from '@/components/sandbox/opened-by-link';
import { OutcomeScreen } from '@/components/sandbox/outcome-screen';
import { textsFor } from '@/components/sandbox/texts';
import type { PayRefusal } from '@/components/sandbox/view';
import { serverAddress } from '@/lib/server-address';
import { only, type Query, requestLanguage, requireSandbox } from '../../request';
import { walletSession } from '../session';
import { getInvoice, getWallet, PIN } from '../wallet';

type Props = { params: Promise<{ code: string }>; searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: textsFor(await requestLanguage(only((await searchParams).lang))).invoice };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  requireSandbox();
  const reference = parseInvoiceCode((await params).code);
  const { language, payerId, carried } = await walletSession(searchParams);
  const invoice = reference && (await getInvoice(reference, payerId));
  if (!invoice) notFound();
  const query = await searchParams;
  const asked = await headers();
  const byLink = only(query.via) === 'link' || isOpenedByLink(asked, serverAddress({ headers: asked }));
  const { balances } = await getWallet(payerId);
  const shown = {
    invoice,
    language,
    balance: balances.find(({ currency }) => currency === invoice.total.currency),
    carried: byLink ? { ...carried, via: 'link' } : carried,
    refusal: toRefusal(only(query.said), language),
  };
  return (
    <div lang={language} className="contents">
      {invoice.status === 'ISSUED' && !invoice.confirming ? (
        <InvoiceScreen {...shown} askPin={only(query.step) === 'pin'} pin={PIN} />
      ) : (
        <OutcomeScreen {...shown} byLink={byLink} />
      )}
    </div>
  );
}

function toRefusal(said: string | undefined, language: 'en' | 'sv'): PayRefusal | undefined {
  return Object.keys(textsFor(language).refusals).find((word): word is PayRefusal => word === said);
}
