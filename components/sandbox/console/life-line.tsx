import { formatAfter, Time } from './time';
import type { InvoiceLifeView } from './view';

/** What each kind of change means, in words; a kind that is not here is shown as it is. */
const WORDS: Record<string, string> = {
  scanned: 'A payer opened it',
  'offered-tokens': 'The payer waits for updateInvoice',
  acknowledged: 'The merchant learnt of the payment',
  confirming: 'The payer confirms',
  refused: 'The payment was refused',
  paid: 'Paid',
  reserved: 'The money is reserved',
  committed: 'The merchant took the reserved money',
  'card-kept': 'The payer keeps the swiped card in the app',
  'card-declined': 'The payer does not keep the swiped card',
  failed: 'The payment failed',
  'canceled-by-payer': 'The payer canceled',
  'canceled-by-merchant': 'The merchant canceled',
  replaced: 'Canceled: the till sent another invoice',
  updated: 'The merchant changed it',
  refunded: 'The merchant gave money back',
  expired: 'Its time ran out',
  lapsed: 'The reservation lapsed',
  reversed: 'Reversed: the merchant did not ask within 20 s',
  receipt: 'The merchant submitted a receipt',
};

export function LifeLine({ invoice }: { invoice: InvoiceLifeView }) {
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
            {step.id === 0 ? 'Sent by the merchant' : (WORDS[step.kind] ?? step.kind)}
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
