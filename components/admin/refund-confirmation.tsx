import Link from 'next/link';
import type { OrderDetails } from '@/lib/admin/get-order-details';
import { confirmedText, type RefundDraft } from '@/lib/admin/refund-form';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { AdminForm } from './admin-form';
import { button, panel } from './styles';

interface Props {
  order: OrderDetails;
  draft: RefundDraft;
  filledIn: Readonly<Record<string, string>>;
  language: Language;
  t: AdminTexts;
}

/** The amount, its recipient and the confirm button. */
export function RefundConfirmation({ order, draft, filledIn, language, t }: Props) {
  const m = t.refund;
  const sum = formatMoney(draft.amount, language);
  const hidden = { ...filledIn, confirmed: confirmedText(draft) };
  return (
    <section aria-labelledby="confirm" className={`${panel} mt-5 max-w-2xl`}>
      <h2 id="confirm" className="text-heading">
        {m.confirmTitle(sum)}
      </h2>
      <p className="mt-2">{draft.source.paymentId === null ? m.confirmTransfer : m.confirmSeqr(order.displayNumber)}</p>
      {draft.lines.length > 0 && (
        <ul className="mt-3 list-disc pl-5">
          {draft.lines.map(({ position, quantity }) => (
            <li key={position}>{`${quantity} × ${order.lines[position]?.name}`}</li>
          ))}
        </ul>
      )}
      <p className="mt-3 break-words text-muted">{`${m.reason}: ${draft.reason}`}</p>
      {draft.restock && <p className="mt-3">{m.confirmRestock}</p>}
      <AdminForm action={`/admin/orders/${order.number}/refunds`} className="mt-5 flex flex-wrap gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={button('primary')}>
          {m.confirm(sum)}
        </button>
        <Link
          href={`/admin/orders/${order.number}/refund?${new URLSearchParams({ ...filledIn, change: '1' })}`}
          prefetch={false}
          className={button('quiet')}
        >
          {m.change}
        </Link>
      </AdminForm>
    </section>
  );
}
