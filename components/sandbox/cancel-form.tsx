import { quietButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import type { Texts } from './texts';
import type { Carried, InvoiceView } from './view';

export function CancelForm({ invoice, texts, carried }: { invoice: InvoiceView; texts: Texts; carried: Carried }) {
  return (
    <form action={`/sandbox/app/R${invoice.reference}/cancel`} method="post" className="w-full">
      <HiddenFields values={carried} />
      <button type="submit" className={quietButton}>
        {texts.cancelPurchase}
      </button>
    </form>
  );
}
