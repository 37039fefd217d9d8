import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { InvoiceScreen } from '@/components/sandbox/invoice-screen';
import { isOpenedByLink } from '@/components/sandbox/opened-by-link';
import { OutcomeScreen } from '@/components/sandbox/outcome-screen';
import { textsFor } from '@/components/sandbox/texts';
import type { PayRefusal } from '@/components/sandbox/view';
import { only, type Query, requestLanguage, requireSandbox } from '../../request';
import { getBalance, getInvoice, PIN } from '../wallet';

type Props = { params: Promise<{ code: string }>; searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: textsFor(await requestLanguage(only((await searchParams).lang))).invoice };
}

export default async function InvoicePage({ params, searchParams }: Props) {
  requireSandbox();
  const reference = parseInvoiceCode((await params).code);
  const invoice = reference && (await getInvoice(reference));
  const query = await searchParams;
  const language = await requestLanguage(only(query.lang));
  if (!invoice) notFound();
  const byLink = only(query.via) === 'link' || isOpenedByLink(await headers());
  const hidden = { ...(byLink && { via: 'link' }), ...(only(query.lang) && { lang: language }) };
  const balance = await getBalance(invoice.total.currency);
  return (
    <div lang={language} className="contents">
      {invoice.status === 'ISSUED' && !invoice.confirming ? (
        <InvoiceScreen
          invoice={invoice}
          balance={balance}
          language={language}
          hidden={hidden}
          refusal={toRefusal(only(query.said), language)}
          askPin={only(query.step) === 'pin'}
          pin={PIN}
        />
      ) : (
        <OutcomeScreen invoice={invoice} balance={balance} language={language} byLink={byLink} />
      )}
    </div>
  );
}

function toRefusal(said: string | undefined, language: 'en' | 'sv'): PayRefusal | undefined {
  return Object.keys(textsFor(language).refusals).find((word): word is PayRefusal => word === said);
}
