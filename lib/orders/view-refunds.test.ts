import { expect, it } from 'vitest';
import { money } from '../money';
import { orderLine, paidOrder } from '../testing/paid-order';
import { viewRefunds } from './view-refunds';

const order = paidOrder({ lines: [orderLine('Mug', 2, 125_00, 25_00), orderLine('Jam', 1, 112_00, 12_00)] });
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 13, minute));
const row = { paymentId: 'p', currency: 'SEK', createdAt: at(0), ersReference: '77', creditNote: null };
const refund = (id: string, amount: number, settledAt: Date | null, change: object = {}) => ({
  ...{ ...row, id, amount, settledAt, lines: [] },
  ...change,
});
const plain = (rows: Parameters<typeof viewRefunds>[1]) =>
  viewRefunds(order, rows).map(({ id, vat }) => [
    id,
    ...vat.map((share) => [share.rate, share.net.amount, share.vat.amount]),
  ]);

it('lists refunds in the order in which they were done, each with its VAT', () => {
  const rows = [
    refund('late', 237_00, at(9)),
    refund('by line', 125_00, at(5), { lines: [{ position: 0, quantity: 1, amount: 125_00 }] }),
  ];
  expect(plain(rows)).toEqual([
    ['by line', [25_00, 100_00, 25_00]],
    ['late', [25_00, 100_00, 25_00], [12_00, 100_00, 12_00]],
  ]);
});

it('sorts by the time of the request if the outcome has none, and then by id', () => {
  expect(
    plain([refund('c', 1_00, at(2)), refund('b', 1_00, null), refund('a', 1_00, at(0))]).map(([id]) => id),
  ).toEqual([...['a', 'b', 'c']]);
});

it('shows what was refunded, to where, and with which credit note', () => {
  const lines = [{ position: 1, quantity: 1, amount: 112_00 }];
  const vat = [{ rate: 12_00, net: 100_00, vat: 12_00 }];
  const creditNote = { number: 1001, currency: 'SEK', vat };
  const [first, second] = viewRefunds(order, [
    refund('a', 112_00, at(1), { lines, creditNote }),
    refund('b', 10_00, at(2), { paymentId: null, ersReference: null, lines: [{ ...lines[0], position: 9 }] }),
  ]);
  expect(first).toEqual({
    ...{
      id: 'a',
      amount: money(112_00, 'SEK'),
      at: at(1),
      ersReference: '77',
      byTransfer: false,
      creditNote: 'CN-1001',
    },
    lines: [{ position: 1, name: 'Jam', quantity: 1, amount: money(112_00, 'SEK') }],
    vat: [{ rate: 12_00, net: money(100_00, 'SEK'), vat: money(12_00, 'SEK') }],
  });
  expect(second).toMatchObject({ byTransfer: true, ersReference: null, creditNote: null, lines: [{ name: '' }] });
});

it('has no VAT of the order for money in another currency', () => {
  const rows = [refund('euro', 125_00, at(1), { currency: 'EUR' }), refund('a', 362_00, at(2))];
  expect(plain(rows)).toEqual([['euro'], ['a', [25_00, 200_00, 50_00], [12_00, 100_00, 12_00]]]);
});
