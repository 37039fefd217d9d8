import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies, money, sum } from '../money';
import { vatOfRefunds } from './refund-vat';
import { vatByRate } from './vat';

const sek = (amount: number) => money(amount, 'SEK');
const line = (vatRate: number | null, amount: number) => ({ vatRate, amount: sek(amount) });

function orderOf(...lines: { vatRate: number | null; amount: ReturnType<typeof sek> }[]) {
  const totals = lines.map(({ vatRate, amount }) => ({ vatRate, total: amount }));
  const total = sum(
    totals.map((one) => one.total),
    'SEK',
  );
  return { vat: vatByRate(totals, 'SEK'), total, received: total };
}
/** Each share as its rate, net and VAT. */
const plain = (shares: ReturnType<typeof vatOfRefunds>) =>
  shares.map((refund) => refund.map(({ rate, net, vat }) => [rate, net.amount, vat.amount]));

describe('vatOfRefunds', () => {
  const order = orderOf(line(25_00, 125_00), line(12_00, 112_00));

  it('uses the lines’ VAT for a refund by line', () => {
    expect(plain(vatOfRefunds(order, [{ amount: sek(112_00), lines: [line(12_00, 112_00)] }]))).toEqual([
      [[12_00, 100_00, 12_00]],
    ]);
  });

  it('splits a refund by amount in proportion to what remains', () => {
    const half = { amount: sek(118_50), lines: [] };
    expect(plain(vatOfRefunds(order, [half]))).toEqual([
      [
        [25_00, 50_00, 12_50],
        [12_00, 50_00, 6_00],
      ],
    ]);
    const after = [
      { amount: sek(125_00), lines: [line(25_00, 125_00)] },
      { amount: sek(56_00), lines: [] },
    ];
    expect(plain(vatOfRefunds(order, after))[1]).toEqual([[12_00, 50_00, 6_00]]);
  });

  it('splits a delivery in proportion to the goods', () => {
    const sent = orderOf(line(25_00, 300_00), line(6_00, 100_00), line(null, 40_00));
    expect(plain(vatOfRefunds(sent, [{ amount: sek(40_00), lines: [line(null, 40_00)] }]))).toEqual([
      [
        [25_00, 24_00, 6_00],
        [6_00, 9_43, 57],
      ],
    ]);
  });

  it('adds no VAT to money received beyond the total', () => {
    const overpaid = { ...orderOf(line(25_00, 475_00)), received: sek(525_00) };
    const [first, second] = vatOfRefunds(overpaid, [
      { amount: sek(50_00), lines: [] },
      { amount: sek(475_00), lines: [] },
    ]);
    expect(plain([first ?? [], second ?? []])).toEqual([[], [[25_00, 380_00, 95_00]]]);
  });

  it('never exceeds the VAT charged at a rate, even after an earlier refund by amount', () => {
    const refunds = [
      { amount: sek(118_50), lines: [] },
      { amount: sek(112_00), lines: [line(12_00, 112_00)] },
    ];
    expect(plain(vatOfRefunds(order, refunds))[1]).toEqual([
      [25_00, 44_80, 11_20],
      [12_00, 50_00, 6_00],
    ]);
  });
});

describe('vatOfRefunds, for any order and any refunds', () => {
  const rate = fc.constantFrom(25_50, 13_50, 25_00, 6_00, 0);
  const bought = fc.array(fc.record({ vatRate: rate, amount: fc.integer({ min: 1, max: 100_000 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  const cuts = fc.array(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), byLine: fc.nat() }), {
    maxLength: 5,
  });

  it('adds up to exactly the VAT charged once everything is refunded', () => {
    fc.assert(
      fc.property(
        bought,
        fc.nat(5_000),
        fc.nat(10_000),
        cuts,
        fc.constantFrom(...currencies),
        (goods, freight, beyond, parts, currency) => {
          const lines = [...goods, { vatRate: null, amount: freight }].map(({ vatRate, amount }) => ({
            ...{ vatRate, amount: money(amount, currency), total: money(amount, currency) },
          }));
          const total = sum(
            lines.map((one) => one.total),
            currency,
          );
          const received = money(total.amount + beyond, currency);
          const vat = vatByRate(lines, currency);
          let left = received.amount;
          const refunds = parts.map(({ share, byLine }) => {
            const chosen = lines[byLine % (lines.length * 2)];
            const wanted = chosen ? chosen.amount.amount : Math.floor(left * share);
            const amount = Math.min(wanted, left);
            left -= amount;
            return { amount: money(amount, currency), lines: chosen && amount === wanted ? [chosen] : [] };
          });
          const all = [...refunds, { amount: money(left, currency), lines: [] }];
          const shares = vatOfRefunds({ vat, total, received }, all);
          for (const [index, refund] of shares.entries()) {
            const taxed = refund.reduce((amount, share) => amount + share.net.amount + share.vat.amount, 0);
            expect(taxed).toBeLessThanOrEqual(all[index]?.amount.amount ?? 0);
            for (const share of refund) expect(Math.min(share.net.amount, share.vat.amount)).toBeGreaterThanOrEqual(0);
          }
          const back = new Map<number, number>();
          for (const share of shares.flat()) back.set(share.rate, (back.get(share.rate) ?? 0) + share.vat.amount);
          for (const share of vat)
            expect([share.rate, back.get(share.rate) ?? 0]).toEqual([share.rate, share.vat.amount]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
