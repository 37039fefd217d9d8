import type { InvoiceDetails } from '@/lib/sandbox/console/invoices';
import { formatAfter, Time } from './time';

/** Descriptions of the kinds of change. An unknown kind is shown by its name. */
const WORDS: Record<string, string> = {
  scanned: 'A payer opened the invoice',
  'offered-tokens': 'The payer waits for updateInvoice',
  acknowledged: 'The merchant acknowledged the payment',
  confirming: 'The payer confirms',
  refused: 'The payment was refused',
  paid: 'Paid',
  reserved: 'The money is reserved',
  committed: 'The merchant charged the reserved amount',
  'card-kept': 'The payer saved the swiped card in the app',
  'card-declined': 'The payer chose not to save the swiped card in the app',
  failed: 'The payment failed',
  'canceled-by-payer': 'The payer cancelled',
  'canceled-by-merchant': 'The merchant cancelled',
  replaced: 'Cancelled: the till sent another invoice',
  updated: 'The merchant changed the invoice',
  refunded: 'The merchant refunded money',
  expired: 'Expired',
  lapsed: 'The reservation expired',
  reversed: 'The payment was reversed',
  receipt: 'The merchant submitted a receipt',
};

export function InvoiceTimeline({ invoice }: { invoice: InvoiceDetails }) {
  const steps = [{ id: 0, at: invoice.createdAt, kind: 'sendInvoice', detail: null }, ...invoice.events];
  return (
    <ol className="px-5 pt-1 pb-5">
      {steps.map((step, index) => (
        <li key={step.id} className="relative flex gap-4 pb-4 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 left-0 size-3 rounded-full ${index === steps.length - 1 ? 'bg-act' : 'bg-line'}`}
          />
          {index < steps.length - 1 && (
            <span aria-hidden="true" className="absolute top-4.5 bottom-0 left-[5px] w-0.5 bg-line" />
          )}
          <span className="min-w-0 flex-1">
            <span>{step.id === 0 ? 'Sent by the merchant' : (WORDS[step.kind] ?? step.kind)}</span>
            {step.detail && <span className="block break-words text-soft text-sm">{step.detail}</span>}
          </span>
          <span className="text-right text-soft text-sm">
            <Time at={step.at} now={invoice.time} />
            {index > 0 && (
              <span className="block text-xs">{formatAfter(step.at.getTime() - invoice.createdAt.getTime())}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
