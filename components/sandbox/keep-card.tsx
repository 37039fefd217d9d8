import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { primaryButton, quietButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import type { SessionQuery } from './session-query';

/** Asks, after the payment, whether to keep the card that the till swiped. */
export function KeepCard({
  invoice,
  texts,
  sessionQuery,
}: {
  invoice: InvoiceView;
  texts: PayerAppTexts;
  sessionQuery: SessionQuery;
}) {
  if (invoice.cardToKeep === undefined) return null;
  return (
    <form
      action={`/sandbox/app/R${invoice.reference}/card`}
      method="post"
      aria-labelledby="keep-card"
      className="mb-3 grid gap-3 rounded-3xl bg-card p-5 text-center ring-1 ring-line"
    >
      <HiddenFields values={sessionQuery} />
      <h2 id="keep-card" className="break-words font-semibold text-lg">
        {texts.keepCardTitle(invoice.cardToKeep)}
      </h2>
      <p className="text-soft leading-relaxed">{texts.keepCardText}</p>
      <button type="submit" name="keep" value="yes" className={primaryButton}>
        {texts.keepCard}
      </button>
      <button type="submit" name="keep" value="no" className={quietButton}>
        {texts.declineCard}
      </button>
    </form>
  );
}
