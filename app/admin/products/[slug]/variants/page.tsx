import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NewVariantForm } from '@/components/admin/new-variant-form';
import { Note } from '@/components/admin/note';
import { OptionsForm } from '@/components/admin/options-form';
import { textLink } from '@/components/admin/styles';
import { VariantTable } from '@/components/admin/variant-table';
import { listVariantDetails } from '@/lib/admin/catalogue/variants';
import { getProductDetails } from '@/lib/admin/get-product-details';
import { pageTexts, type Query, readQuery, requireSession } from '../../../request';

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.variants.title };
}

export default async function VariantsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const session = await requireSession(`/admin/products/${encodeURIComponent(slug)}/variants`);
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const product = await getProductDetails(session, slug);
  if (!product) notFound();
  const members = await listVariantDetails(session, product);
  const refused = query.note?.startsWith('variant-') ?? false;
  const shared = { language, t };
  return (
    <>
      <Link href={`/admin/products/${slug}`} prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${product.texts[language].name || t.products.unnamed(slug)}`}
      </Link>
      <h1 className="mt-3 text-heading">{t.products.variants.title}</h1>
      <Note name={query.note} {...shared} />
      <p className="mt-3 prose-measure text-muted">{t.products.variants.intro}</p>
      {members.length > 0 && <VariantTable members={members} shown={slug} {...shared} />}
      <NewVariantForm product={product} refused={refused && query.form !== 'options'} t={t} />
      {members.length > 0 && (
        <OptionsForm
          key={members.map(({ version }) => version).join()}
          slug={slug}
          members={members}
          refused={refused && query.form === 'options'}
          {...shared}
        />
      )}
    </>
  );
}
