import Link from 'next/link';
import type { ProductDetails } from '@/lib/admin/get-product-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { panel, textLink } from './styles';
import { VariantTable } from './variant-table';

interface Props {
  product: ProductDetails;
  /** The variants, the product itself included; empty if it has none. */
  members: readonly ProductDetails[];
  language: FullLanguage;
  t: AdminTexts;
}

/** The variants on a product's page. */
export function ProductVariants({ product, members, language, t }: Props) {
  const m = t.products.variants;
  return (
    <section aria-labelledby="variants" className={`mt-8 ${panel}`}>
      <h2 id="variants" className="text-lg">
        {m.title}
      </h2>
      {members.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{m.intro}</p>
      ) : (
        <VariantTable members={members} shown={product.slug} language={language} t={t} />
      )}
      <p className="mt-3">
        <Link href={`/admin/products/${product.slug}/variants`} prefetch={false} className={textLink}>
          {members.length === 0 ? m.link : m.edit}
        </Link>
      </p>
    </section>
  );
}
