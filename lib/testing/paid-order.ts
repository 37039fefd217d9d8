import { merchant } from '../merchant';
import { money, multiply, sum } from '../money';
import type { OrderLineView, OrderView } from '../orders/get-order';
import { vatByRate } from '../orders/vat';

export function orderLine(name: string, quantity: number, price: number, vatRate: number | null): OrderLineView {
  const unitPrice = money(price, merchant.currency);
  const total = multiply(unitPrice, quantity);
  return { kind: vatRate === null ? 'DELIVERY' : 'PRODUCT', slug: name, name, quantity, unitPrice, vatRate, total };
}

/** Returns a paid order for a receipt: 1 × 250 at 25 %, 2 × 56 at 12 %, and a delivery for 49. */
export function paidOrder(change: Partial<OrderView> = {}): OrderView {
  const lines = change.lines ?? [
    orderLine('Mug', 1, 250_00, 25_00),
    orderLine('Jam', 2, 56_00, 12_00),
    orderLine('Standard delivery', 1, 49_00, null),
  ];
  const total = sum(
    lines.map((line) => line.total),
    merchant.currency,
  );
  const at = new Date('2026-11-23T13:05:00Z');
  return {
    id: 'an-order-of-22-letters',
    number: 'T-10001',
    state: 'PAID',
    paymentMethod: 'seqr',
    language: 'en',
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
    vat: vatByRate(lines, merchant.currency),
    payment: {
      id: 'payment',
      attempt: 1,
      state: 'PAID',
      invoiceReference: '1402562843463',
      invoiceQRCode: 'HTTP://SEQR.SE/R1402562843463',
      version: 1,
      ersReference: '2015102910184861801032678',
      expiresAt: at,
      paidAt: at,
      failure: null,
    },
    held: null,
    received: change.total ?? total,
    refunds: [],
    bankTransfer: null,
    awaitsReview: false,
    ...change,
  };
}
