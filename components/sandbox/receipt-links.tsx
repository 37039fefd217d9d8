import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView, ReceiptLink } from '@/lib/sandbox/payer-app/payer';
import { NextIcon } from './icons';
import { type SessionQuery, withSessionQuery } from './session-query';

/** The documents that the shop submitted for the payment and its refunds. */
export function ReceiptLinks({
  invoice,
  sessionQuery,
  texts,
}: {
  invoice: InvoiceView;
  sessionQuery: SessionQuery;
  texts: PayerAppTexts;
}) {
  if (invoice.receipts.length === 0) return null;
  return (
    <section aria-labelledby="receipts" className="mt-5">
      <h2 id="receipts" className="px-1 pb-2 font-semibold">
        {texts.receipts}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-2xl bg-card ring-1 ring-line">
        {invoice.receipts.map((receipt) => (
          <li key={receipt.id}>
            <a
              href={withSessionQuery(receiptPath(invoice.reference, receipt.id), sessionQuery)}
              className="flex min-h-12 items-center justify-between gap-4 px-5 py-2 active:bg-tint"
            >
              <span className="min-w-0">
                <span className="block break-words">{receiptTitle(receipt, texts)}</span>
                <span className="block break-all text-soft text-sm">{receipt.mimeType}</span>
              </span>
              <NextIcon />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function receiptPath(reference: string, id: number): string {
  return `/sandbox/app/R${reference}/receipts/${id}`;
}

/** The title of a document. SEQR has four types; any other type is shown as the shop sent it. */
export function receiptTitle({ kind, receiptType }: ReceiptLink, texts: PayerAppTexts): string {
  const title = new Map(Object.entries(texts.receiptTypes)).get(receiptType) ?? receiptType;
  return kind === 'REFUND' ? texts.ofRefund(title) : title;
}
