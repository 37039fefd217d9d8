import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { CardIcon } from './icons';

/** The loyalty cards shown to the shop with this invoice, and the shop's answer to each. */
export function ShownCards({ invoice, texts }: { invoice: InvoiceView; texts: PayerAppTexts }) {
  if (invoice.cards.length === 0) return null;
  const words: Record<number, string> = texts.cardStatus;
  return (
    <ul className="mb-3 divide-y divide-line rounded-2xl bg-card ring-1 ring-line">
      {invoice.cards.map((card) => (
        <li key={card.name} className="flex items-center gap-3 px-4 py-2.5">
          <CardIcon />
          <span className="min-w-0 flex-1 truncate">{card.name}</span>
          <span className={`text-sm ${card.status > 1 ? 'text-bad' : 'text-soft'}`}>
            {words[card.status] ?? card.status}
          </span>
        </li>
      ))}
    </ul>
  );
}
