import type { OrderDetails } from '@/lib/admin/get-order-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { button, panel } from './styles';

interface Props {
  order: OrderDetails;
  t: AdminTexts;
}

/** What the merchant prints for the parcel. */
export function OrderPapers({ order, t: { papers: m } }: Props) {
  const base = `/admin/orders/${order.number}`;
  const papers = [
    { href: `${base}/packing-slip.pdf`, label: m.packingSlip },
    { href: `${base}/label.pdf`, label: m.label },
    { href: `${base}/label.pdf?paper=a4`, label: m.labelOnA4 },
  ];
  return (
    <section aria-labelledby="papers" className={`${panel} print:hidden`}>
      <h2 id="papers" className="text-lg">
        {m.title}
      </h2>
      {order.may.pack && (
        <ul className="mt-3 flex flex-wrap gap-3">
          {papers.map(({ href, label }) => (
            <li key={href}>
              <a href={href} target="_blank" rel="noopener" className={button('secondary')}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-sm text-muted">{m.print}</p>
    </section>
  );
}
