import type { ProductDetails } from '@/lib/admin/get-product-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { AdminForm } from './admin-form';
import { button, panel } from './styles';

/** What a merchant can do with a product besides changing it. */
export function ProductActions({ product, t }: { product: ProductDetails; t: AdminTexts }) {
  const m = t.products.actions;
  const path = `/admin/products/${product.slug}`;
  const shelf = product.archived ? 'restore' : 'archive';
  const canRemove = product.reserved === 0 && product.sold === 0;
  return (
    <section aria-labelledby="actions" className={`mt-8 ${panel}`}>
      <h2 id="actions" className="text-lg">
        {m.title}
      </h2>
      <div className="mt-3 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {(['duplicate', shelf] as const).map((action) => (
          // Duplicating opens the copy's page, so AskBeforeLeaving has to ask first.
          <AdminForm key={action} action={`${path}/${action}`} data-leaves={action === 'duplicate' ? '' : undefined}>
            <button type="submit" className={button('secondary')}>
              {m[action]}
            </button>
            <p className="mt-1.5 text-sm text-muted">{m[`${action}Hint`]}</p>
          </AdminForm>
        ))}
        {canRemove && (
          <details>
            <summary className="py-2.5 font-medium">{m.remove}</summary>
            <AdminForm action={`${path}/delete`} data-leaves="">
              <p className="mb-2 text-sm text-muted">{m.removeHint}</p>
              <button type="submit" className={button('danger')}>
                {m.removeConfirm}
              </button>
            </AdminForm>
          </details>
        )}
      </div>
    </section>
  );
}
