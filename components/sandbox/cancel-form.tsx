import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView } from '@/lib/sandbox/payer-app/payer';
import { quietButton } from './buttons';
import type { Carried } from './carried';
import { HiddenFields } from './hidden-fields';

export function CancelForm({
  invoice,
  texts,
  carried,
}: {
  invoice: InvoiceView;
  texts: PayerAppTexts;
  carried: Carried;
}) {
  return (
    <form action={`/sandbox/app/R${invoice.reference}/cancel`} method="post" className="w-full">
      <HiddenFields values={carried} />
      <button type="submit" className={quietButton}>
        {texts.cancelPurchase}
      </button>
    </form>
  );
}
