import { NextIcon } from './icons';
import type { Texts } from './texts';
import { type Carried, type InvoiceView, type ReceiptLink, withCarried } from './view';

/** The documents that the shop submitted for the payment and its refunds. */
export function ReceiptLinks({ invoice, carried, texts }: { invoice: InvoiceView; carried: Carried; texts: Texts }) {
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
              href={withCarried(receiptPath(invoice.reference, receipt.id), carried)}
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

/** SEQR names four types; one that it does not name is shown as the shop sent it. */
export function receiptTitle({ type, ofRefund }: Pick<ReceiptLink, 'type' | 'ofRefund'>, texts: Texts): string {
  const title = new Map(Object.entries(texts.receiptTypes)).get(type) ?? type;
  return ofRefund ? texts.ofRefund(title) : title;
}
