import { now } from '../clock';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { type Money, money, multiply, sum } from '../money';
import type { OrderLineView, OrderView } from '../orders/get-order';
import { vatByRate } from '../orders/vat';

const names: Record<Language, readonly [string, string]> = {
  en: ['Mug', 'Lingonberry jam'],
  sv: ['Mugg', 'Lingonsylt'],
  de: ['Becher', 'Preiselbeermarmelade'],
};

/** A sample order that is paid, for previews of mails. It is not stored. */
export function sampleOrder(language: Language, change: Partial<OrderView> = {}): OrderView {
  const { currency, vatRates, deliveryPrices } = merchant;
  const [mug, jam] = names[language];
  const delivery = getShopTexts(language).lines.standard;
  const lines = [
    line('PRODUCT', mug, 1, money(250_00, currency), vatRates[0]),
    line('PRODUCT', jam, 2, money(56_00, currency), vatRates.at(-1) ?? vatRates[0]),
    line('DELIVERY', delivery, 1, money(deliveryPrices.standard, currency), null),
  ];
  const total = sum(
    lines.map((each) => each.total),
    currency,
  );
  const at = now();
  return {
    id: 'a-sample-of-an-order',
    number: 'T-10001',
    state: 'PAID',
    paymentMethod: 'seqr',
    language,
    createdAt: at,
    expiresAt: at,
    paidAt: at,
    closedAt: null,
    shipment: null,
    customer: {
      name: 'Åsa Öström',
      email: 'asa@example.com',
      address: 'Backvägen 3',
      postalCode: '791 71',
      city: 'Falun',
      country: 'SE',
    },
    delivery: 'standard',
    lines,
    total,
    vat: vatByRate(lines, currency),
    payment: {
      ...{ id: 'payment', attempt: 1, state: 'PAID', version: 1, failure: null, expiresAt: at, paidAt: at },
      ...{ invoiceReference: null, invoiceQRCode: null, ersReference: '2015102910184861801032678' },
    },
    held: null,
    received: total,
    refunds: [],
    bankTransfer: null,
    awaitsReview: false,
    ...change,
  };
}

/** The sample order before it is paid, by either method. */
export function unpaidSample(language: Language, change: Partial<OrderView> = {}): OrderView {
  const received = money(0, merchant.currency);
  return sampleOrder(language, { state: 'PENDING', paidAt: null, payment: null, received, ...change });
}

function line(
  kind: OrderLineView['kind'],
  name: string,
  quantity: number,
  unitPrice: Money,
  vatRate: number | null,
): OrderLineView {
  return { kind, slug: name, name, quantity, unitPrice, vatRate, total: multiply(unitPrice, quantity) };
}
