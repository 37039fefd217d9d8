import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { invoicePath, parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { ReceiptScreen } from '@/components/sandbox/receipt-screen';
import { withSessionQuery } from '@/components/sandbox/session-query';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { getInvoice, getReceipt } from '@/lib/sandbox/payer-app/payer';
import { lastValue, notFoundWithoutSandbox, type Query, requestLanguage } from '../../../../request';
import { walletSession } from '../../../session';

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: getPayerAppTexts(await requestLanguage(lastValue((await searchParams).lang))).receipts };
}

/** A document that the shop submitted with submitPaymentReceipt. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  notFoundWithoutSandbox();
  const { code, id } = await params;
  const reference = parseInvoiceCode(code);
  const invoice = reference ? await getInvoice(reference) : null;
  const link = invoice?.receipts.find((receipt) => String(receipt.id) === id);
  const receipt = invoice && link ? await getReceipt(invoice.reference, link.id) : null;
  if (!invoice || !link || !receipt) notFound();
  const { language, sessionQuery } = await walletSession(searchParams);
  return (
    <div lang={language} className="contents">
      <ReceiptScreen
        invoice={invoice}
        link={link}
        text={receipt.data.toString('utf8')}
        backHref={withSessionQuery(invoicePath(invoice.reference), sessionQuery)}
        walletHref={withSessionQuery('/sandbox/app', sessionQuery)}
        texts={getPayerAppTexts(language)}
      />
    </div>
  );
}
