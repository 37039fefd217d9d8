import type { OrderDetails } from '@/lib/admin/get-order-details';
import { config } from '@/lib/config';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { maxLengths } from '@/lib/input-limits';
import { merchant } from '@/lib/merchant';
import { OTHER_CARRIER } from '@/lib/orders/shipment';
import { AdminForm } from './admin-form';
import { KeepTyped } from './keep-typed';
import { button, field, panel, textLink } from './styles';

interface Props {
  order: OrderDetails;
  /** The result of the last action, as in the address. */
  note: string | undefined;
  language: Language;
  t: AdminTexts;
}

/** The form that marks a paid order as sent. Once the order is sent, shows the time and the carrier instead. */
export function OrderShipment({ order, note, language, t }: Props) {
  const m = t.order.shipment;
  if (order.shipment) return <Sent shipment={order.shipment} number={order.number} language={language} t={t} />;
  if (!order.may.deliver) return null;
  const refused = note?.startsWith('shipment-') ?? false;
  return (
    <section aria-labelledby="shipment" className={`${panel} print:hidden`}>
      <h2 id="shipment" className="text-lg">
        {m.title}
      </h2>
      <AdminForm id="ship" action={`/admin/orders/${order.number}/deliver`} className="mt-3 grid gap-3 sm:grid-cols-2">
        <KeepTyped formId="ship" refused={refused} />
        <div>
          <label htmlFor="carrier" className="text-sm">
            {m.carrier}
          </label>
          <select id="carrier" name="carrier" defaultValue="" className={`${field} mt-1`}>
            <option value="">{m.none}</option>
            {merchant.carriers.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={OTHER_CARRIER}>{m.other}</option>
          </select>
        </div>
        <Typed name="trackingNumber" label={m.number} maxLength={maxLengths.trackingNumber} />
        <details className="sm:col-span-2" open={refused}>
          <summary className="py-1 text-sm">{m.other}</summary>
          <div className="mt-2 grid gap-3 sm:grid-cols-2">
            <Typed name="carrierName" label={m.otherName} maxLength={maxLengths.carrierName} />
            <Typed name="trackingUrl" label={m.otherLink} maxLength={maxLengths.trackingUrl} type="url" />
          </div>
        </details>
        <div className="sm:col-span-2">
          <button type="submit" aria-describedby="ship-hint" className={button('primary')}>
            {t.order.deliver}
          </button>
          <p id="ship-hint" className="mt-2 text-sm text-muted">
            {config().smtpUrl === undefined ? m.shows : m.mails}
          </p>
        </div>
      </AdminForm>
    </section>
  );
}

type TypedProps = { name: string; label: string; maxLength: number; type?: 'text' | 'url' };

function Typed({ name, label, maxLength, type = 'text' }: TypedProps) {
  return (
    <div>
      <label htmlFor={name} className="text-sm">
        {label}
      </label>
      <input id={name} name={name} type={type} maxLength={maxLength} autoComplete="off" className={`${field} mt-1`} />
    </div>
  );
}

type SentProps = Pick<Props, 'language' | 't'> & {
  shipment: NonNullable<OrderDetails['shipment']>;
  number: number;
};

function Sent({ shipment: { at, carrier, trackingUrl }, number, language, t }: SentProps) {
  const m = t.order.shipment;
  const when = formatShortDateTime(at, language);
  return (
    <section aria-labelledby="shipment" className={panel}>
      <h2 id="shipment" className="text-lg">
        {t.order.shipment.title}
      </h2>
      <p className="mt-1 wrap-anywhere">{carrier === null ? m.sent(when) : m.sentWith(when, carrier)}</p>
      {trackingUrl !== null && (
        <a href={trackingUrl} rel="noreferrer" className={textLink}>
          {m.track}
        </a>
      )}
      <AdminForm action={`/admin/orders/${number}/deliver/undo`} className="mt-3 print:hidden">
        <button type="submit" className={button('secondary')}>
          {t.order.undoDelivery}
        </button>
      </AdminForm>
    </section>
  );
}
