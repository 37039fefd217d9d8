import Form from 'next/form';
import Link from 'next/link';
import { type OrderFilter, orderFilterStates } from '@/lib/admin/order-filter';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths } from '@/lib/input-limits';
import { SearchShortcut } from './search-shortcut';
import { button, field } from './styles';

const label = 'mb-1 block text-sm text-muted';

/** Search and filter, kept in the address so that a list can be bookmarked and shared. */
export function OrderFilterForm({ filter, t }: { filter: OrderFilter; t: AdminTexts }) {
  const m = t.orders;
  return (
    <Form action="/admin/orders" role="search" className="mt-4 grid grid-cols-2 items-end gap-3 lg:flex">
      <div className="col-span-2 grow">
        <label htmlFor="q" className={label}>
          {m.search}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={maxLengths.orderSearch}
          defaultValue={filter.search}
          placeholder={m.searchHint}
          title={m.shortcut}
          className={field}
        />
        <SearchShortcut target="q" />
      </div>
      <div className="col-span-2 sm:col-span-1">
        <label htmlFor="state" className={label}>
          {m.state}
        </label>
        <select id="state" name="state" defaultValue={filter.state ?? ''} className={field}>
          <option value="">{m.anyState}</option>
          {orderFilterStates.map((state) => (
            <option key={state} value={state}>
              {state === 'to-deliver' ? t.toDeliver : t.states.order[state]}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((name) => (
        <div key={name}>
          <label htmlFor={name} className={label}>
            {m[name]}
          </label>
          <input id={name} name={name} type="date" defaultValue={filter[name] ?? ''} className={field} />
        </div>
      ))}
      <div className="col-span-2 flex gap-3">
        <button type="submit" className={button('primary')}>
          {m.apply}
        </button>
        <Link href="/admin/orders" prefetch={false} className={button('quiet')}>
          {m.clear}
        </Link>
      </div>
    </Form>
  );
}
