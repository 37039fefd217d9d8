import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { quietButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import type { SessionQuery } from './session-query';

export function CancelForm({
  invoice,
  texts,
  sessionQuery,
}: {
  invoice: InvoiceView;
  texts: PayerAppTexts;
  sessionQuery: SessionQuery;
}) {
  return (
    <form action={`/sandbox/app/R${invoice.reference}/cancel`} method="post" className="w-full">
      <HiddenFields values={sessionQuery} />
      <button type="submit" className={quietButton}>
        {texts.cancelPurchase}
      </button>
    </form>
  );
}
