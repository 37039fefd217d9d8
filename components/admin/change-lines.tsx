import type { OrderDetails } from '@/lib/admin/get-order-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { linesShown } from '@/lib/orders/change-lines';
import { AdminForm } from './admin-form';
import { button, field } from './styles';

/** Lets the merchant reduce the quantities of an unpaid order. */
export function ChangeLines({ order, t: { order: m } }: { order: OrderDetails; t: AdminTexts }) {
  return (
    <details className="mt-4 border-t border-line pt-3 print:hidden">
      <summary className="font-medium">{m.change}</summary>
      <AdminForm action={`/admin/orders/${order.number}/lines`} className="mt-3 space-y-3">
        <input type="hidden" name="shown" value={linesShown(order.lines)} />
        {order.lines
          .filter(({ kind }) => kind === 'PRODUCT')
          .map(({ position, name, quantity }) => (
            <div key={position} className="flex items-center justify-between gap-3">
              <label htmlFor={`quantity${position}`}>{name}</label>
              <span className="w-20">
                <input
                  id={`quantity${position}`}
                  name={`q${position}`}
                  type="number"
                  required
                  min={0}
                  max={quantity}
                  defaultValue={quantity}
                  className={`${field} text-right`}
                />
              </span>
            </div>
          ))}
        <p className="text-sm text-muted">{m.changeHint}</p>
        <button type="submit" className={button('secondary')}>
          {m.changeSubmit}
        </button>
      </AdminForm>
    </details>
  );
}
