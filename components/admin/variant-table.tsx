import Link from 'next/link';
import type { ProductDetails } from '@/lib/admin/get-product-details';
import { nameWithOptions } from '@/lib/catalogue/options';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { StateBadge } from './state-badge';
import { textLink } from './styles';

interface Props {
  members: readonly ProductDetails[];
  /** The variant whose page this is. */
  shown: string;
  language: FullLanguage;
  t: AdminTexts;
}

/** The variants of a product, each with a link to its page. */
export function VariantTable({ members, shown, language, t }: Props) {
  const m = t.products;
  return (
    <table className="mt-3 w-full text-left tabular-nums">
      <thead className="text-sm text-muted">
        <tr className="border-b border-control">
          <th className="py-2 pr-4 font-normal">{m.variants.variant}</th>
          <th className="hidden py-2 pr-4 font-normal md:table-cell">{m.sku}</th>
          <th className="py-2 pr-4 text-right font-normal">{m.columns.stock}</th>
          <th className="hidden py-2 pr-4 font-normal sm:table-cell">{m.columns.state}</th>
          <th className="py-2 text-right font-normal">{m.columns.price}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.slug} className="border-b border-line">
            <td className="py-2 pr-4">
              <Link
                href={`/admin/products/${member.slug}`}
                prefetch={false}
                aria-current={member.slug === shown ? 'page' : undefined}
                className={`inline-block py-1 wrap-anywhere aria-[current=page]:font-semibold ${textLink}`}
              >
                {nameOf(member, language, t)}
              </Link>
            </td>
            <td className="hidden py-2 pr-4 wrap-anywhere md:table-cell">{member.sku ?? ''}</td>
            <td className="py-2 pr-4 text-right">
              <span className={member.stock === 0 ? 'font-semibold text-falu' : ''}>{member.stock}</span>
            </td>
            <td className="hidden py-2 pr-4 sm:table-cell">
              <StateBadge
                state={member.published ? 'PAID' : ''}
                label={member.archived ? m.archived : member.published ? m.onSale : m.offSale}
              />
            </td>
            <td className="py-2 text-right whitespace-nowrap">
              {member.price.amount > 0 ? formatMoney(member.price, language) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The values of a variant's options, or its whole name if it has none. */
export function nameOf({ slug, texts, options }: ProductDetails, language: FullLanguage, t: AdminTexts): string {
  const [first, ...more] = options[language];
  if (first) return nameWithOptions(first.value, more);
  return texts[language].name || t.products.unnamed(slug);
}
