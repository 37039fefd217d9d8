import type { Missing } from '@/lib/admin/catalogue/product-values';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { Notice } from '../ui/notice';

/** Says what a product lacks to be on sale. */
export function MissingNote({
  missing,
  language,
  t,
}: {
  missing: readonly Missing[];
  language: Language;
  t: AdminTexts;
}) {
  const m = t.products.missing;
  const list = new Intl.ListFormat(language).format(
    missing.map((item) => (item.what === 'price' ? m.price(merchant.currency) : m[item.what][item.language])),
  );
  return (
    <div className="mt-4">
      <Notice tone="care" live="status">
        {m.sentence(list)}
      </Notice>
    </div>
  );
}
