import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AskBeforeLeaving } from '@/components/admin/ask-before-leaving';
import { KeepTyped } from '@/components/admin/keep-typed';
import { MissingNote } from '@/components/admin/missing-note';
import { Note } from '@/components/admin/note';
import { ProductActions } from '@/components/admin/product-actions';
import { ProductChanges } from '@/components/admin/product-changes';
import { ProductForm } from '@/components/admin/product-form';
import { ProductPictures } from '@/components/admin/product-pictures';
import { ProductVariants } from '@/components/admin/product-variants';
import { StateBadge } from '@/components/admin/state-badge';
import { textLink } from '@/components/admin/styles';
import { ProductImage } from '@/components/shop/product-image';
import { listCategoryChoices } from '@/lib/admin/catalogue/categories';
import { listPictures } from '@/lib/admin/catalogue/change-pictures';
import { parseMissing } from '@/lib/admin/catalogue/missing';
import { listVariantDetails } from '@/lib/admin/catalogue/variants';
import { getProductDetails } from '@/lib/admin/get-product-details';
import { getChangesSince } from '@/lib/admin/product-facts';
import { nameWithOptions } from '@/lib/catalogue/options';
import { localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';
import { listProductImages } from '../images';

/** Results of the page's other forms, which do not save the product form's values. Without the results of picture forms. */
const otherForms = ['archived', 'restored', 'not-changed', 'ordered'];

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.title };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const session = await requireSession(`/admin/products/${encodeURIComponent(slug)}`);
  const [{ language, t }, query, product, images] = await Promise.all([
    pageTexts(),
    readQuery(searchParams),
    getProductDetails(session, slug),
    listProductImages(),
  ]);
  if (!product) notFound();
  const pictures = await listPictures(session, product);
  const refused = query.note === 'not-sent' || (query.note?.startsWith('product-') ?? false);
  const shown = /^\d{1,9}$/.test(query.shown ?? '') ? Number(query.shown) : null;
  const changes = refused && shown !== null ? await getChangesSince(session, slug, shown) : null;
  const categories = await listCategoryChoices(session, language);
  const members = await listVariantDetails(session, product);
  const missing = parseMissing(query.missing);
  const isAboutPictures = query.note?.startsWith('picture-') ?? false;
  const m = t.products;
  const keeps = refused || isAboutPictures || otherForms.includes(query.note ?? '');
  const formKey = `${slug} ${product.version} ${product.stock} ${query.note}`;
  const typed = { formId: 'product', refused: keeps, unsaved: refused ? undefined : m.unsaved };
  return (
    <>
      <Link href="/admin/products" prefetch={false} className={`text-sm ${textLink}`}>
        ← {m.title}
      </Link>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        {product.image !== '' && (
          <ProductImage
            image={product.image}
            alt=""
            sizes="4rem"
            width={64}
            height={64}
            className="size-16 rounded-field bg-sunken object-cover"
          />
        )}
        <h1 className="text-heading wrap-anywhere">
          {nameWithOptions(product.texts[language].name || m.unnamed(product.slug), product.options[language])}
        </h1>
        {product.archived && <StateBadge state="" label={m.archived} />}
        {product.published && product.price.currency === merchant.currency && (
          <a href={localPath(language, `/products/${product.slug}`)} className={`text-sm sm:ml-auto ${textLink}`}>
            {m.see}
          </a>
        )}
      </div>
      {missing.length > 0 ? (
        <MissingNote missing={missing} language={language} t={t} />
      ) : (
        <Note name={isAboutPictures ? undefined : query.note} language={language} t={t} />
      )}
      {changes && changes.fields.length > 0 && <ProductChanges changes={changes} language={language} t={t} />}
      {!isAboutPictures && <KeepTyped key={formKey} {...typed} />}
      <AskBeforeLeaving key={`leaving ${formKey}`} formId="product" question={m.leave} />
      <ProductForm key={formKey} product={product} categories={categories} language={language} t={t} />
      <ProductPictures product={product} pictures={pictures} available={images} t={t}>
        <Note name={isAboutPictures ? pictureNote(query.note, product) : undefined} language={language} t={t} />
        {isAboutPictures && <KeepTyped key={formKey} {...typed} />}
      </ProductPictures>
      <ProductVariants product={product} members={members} language={language} t={t} />
      <ProductActions product={product} t={t} />
    </>
  );
}

/** The shop shows no pictures of a product that is not on sale. */
function pictureNote(note: string | undefined, { published }: { published: boolean }): string | undefined {
  const isDone = note === 'picture-added' || note === 'picture-saved';
  return isDone && !published ? `${note}-off-sale` : note;
}
