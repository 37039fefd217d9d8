import type { ReactNode } from 'react';
import { MAX_PICTURES } from '@/lib/admin/catalogue/change-pictures';
import type { ProductDetails } from '@/lib/admin/get-product-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { ProductImage } from '../shop/product-image';
import { AdminForm } from './admin-form';
import { PicturePreview } from './picture-preview';
import { button, field, panel } from './styles';

interface Props {
  product: ProductDetails;
  /** In the order in which the shop shows them. */
  pictures: readonly string[];
  /** The files of public/products, as paths. */
  available: readonly string[];
  /** The result of the last change. */
  children: ReactNode;
  t: AdminTexts;
}

/** A product's pictures, with forms to upload, move and remove them. */
export function ProductPictures({ product, pictures, available, children, t }: Props) {
  const m = t.products.pictures;
  const others = available.filter((path) => !pictures.includes(path));
  return (
    <section id="pictures" aria-labelledby="pictures-title" className={`mt-5 scroll-mt-5 ${panel}`}>
      <h2 id="pictures-title" className="text-lg">
        {m.title}
      </h2>
      <p className="mt-1 text-sm text-muted">{pictures.length === 0 ? m.none : m.intro}</p>
      {children}
      <ol className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {pictures.map((picture, index) => (
          <li key={picture}>
            <Picture slug={product.slug} picture={picture} index={index} all={pictures.length} t={t} />
          </li>
        ))}
      </ol>
      {pictures.length < MAX_PICTURES && (
        <div className="mt-5 grid items-start gap-5 border-t border-line pt-5 md:grid-cols-2">
          <AdminForm action={`/admin/pictures/${product.slug}/add`} encType="multipart/form-data">
            <label htmlFor="file" className="font-medium">
              {m.file}
            </label>
            <PicturePreview label={m.chosen}>
              <input
                id="file"
                name="file"
                type="file"
                required
                accept="image/jpeg,image/png,image/webp,image/avif"
                aria-describedby="file-hint"
                className={`${field} mt-1 h-auto py-2 file:mr-3 file:rounded-field file:bg-sunken file:px-3 file:py-1`}
              />
            </PicturePreview>
            <p id="file-hint" className="mt-1 text-sm text-muted">
              {m.fileHint(MAX_PICTURES)}
            </p>
            <button type="submit" className={button('primary', 'mt-3')}>
              {m.upload}
            </button>
          </AdminForm>
          {others.length > 0 && (
            <AdminForm action={`/admin/products/${product.slug}/pictures`}>
              <input type="hidden" name="action" value="add" />
              <label htmlFor="available" className="font-medium">
                {m.available}
              </label>
              <select id="available" name="image" className={`${field} mt-1`}>
                {others.map((path) => (
                  <option key={path} value={path}>
                    {path.replace('/products/', '')}
                  </option>
                ))}
              </select>
              <button type="submit" className={button('secondary', 'mt-3')}>
                {m.add}
              </button>
            </AdminForm>
          )}
        </div>
      )}
    </section>
  );
}

type PictureProps = { slug: string; picture: string; index: number; all: number; t: AdminTexts };

function Picture({ slug, picture, index, all, t }: PictureProps) {
  const m = t.products.pictures;
  const name = m.of(index + 1, all);
  const actions = [
    ...(index > 0 ? (['first', 'earlier'] as const) : []),
    ...(index < all - 1 ? (['later'] as const) : []),
    'remove' as const,
  ];
  return (
    <AdminForm action={`/admin/products/${slug}/pictures`} className="flex items-start gap-3">
      <input type="hidden" name="image" value={picture} />
      <ProductImage
        image={picture}
        alt={name}
        sizes="6rem"
        width={96}
        height={96}
        loading="lazy"
        className="size-24 shrink-0 rounded-field bg-sunken object-cover"
      />
      <div className="flex min-w-0 flex-wrap gap-x-4">
        <span className="w-full text-sm text-muted">{name}</span>
        {actions.map((action) => (
          <button
            key={action}
            type="submit"
            name="action"
            value={action}
            aria-label={`${m[action]}: ${name}`}
            className={`min-h-11 text-sm underline decoration-line decoration-2 underline-offset-4 ${action === 'remove' ? 'text-falu' : 'hover:decoration-pine'}`}
          >
            {m[action]}
          </button>
        ))}
      </div>
    </AdminForm>
  );
}
