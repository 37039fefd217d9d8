import { add, type Money, min, money, subtract, sum } from '../money';
import { vatWithin } from '../vat-rate';
import { spread, type VatShare } from './vat';

type RefundLine = { readonly amount: Money; readonly vatRate: number | null };

type Refund = {
  readonly amount: Money;
  readonly lines: readonly RefundLine[];
  /** The VAT that its credit note states, which no later payment changes. Null: there is no credit note. */
  readonly credited?: readonly VatShare[] | null;
};
type Order = {
  readonly vat: readonly VatShare[];
  readonly total: Money;
  /** The money received. Money beyond the total is refunded first, without VAT. */
  readonly received: Money;
};

/**
 * The VAT in each refund by rate, highest first. Pass `refunds` in the order they were made, so that earlier documents
 * stay valid. A refund by line has its lines' VAT; a refund by amount has a proportional share of what remains.
 * Rounding carries over between refunds, so a full refund returns exactly the VAT charged.
 */
export function vatOfRefunds({ vat, total, received }: Order, refunds: readonly Refund[]): VatShare[][] {
  const { currency } = total;
  const none = money(0, currency);
  const charged = new Map(vat.map(({ rate, net, vat: tax }) => [rate, add(net, tax)]));
  const refunded = new Map<number, Money>();
  let excess = received.amount > total.amount ? subtract(received, total) : none;
  const left = () => new Map([...charged].map(([rate, gross]) => [rate, subtract(gross, refunded.get(rate) ?? none)]));
  return refunds.map((refund) => {
    if (refund.credited) {
      const taxed = refund.credited.map(({ rate, net, vat: tax }) => [rate, add(net, tax)] as const);
      for (const [rate, gross] of taxed) refunded.set(rate, add(refunded.get(rate) ?? none, gross));
      const grossTotal = sum(
        taxed.map(([, gross]) => gross),
        currency,
      );
      excess = positive(subtract(excess, subtract(refund.amount, grossTotal)));
      return [...refund.credited];
    }
    const open = sum(left().values(), currency);
    const beyond = refund.lines.length > 0 ? min(excess, positive(subtract(refund.amount, open))) : excess;
    const untaxed = min(beyond, refund.amount);
    excess = subtract(excess, untaxed);
    const taxed = min(subtract(refund.amount, untaxed), open);
    return [...grossByRate(refund.lines, taxed, left(), charged)]
      .sort(([a], [b]) => b - a)
      .flatMap(([rate, gross]) => {
        const before = refunded.get(rate) ?? none;
        const after = add(before, gross);
        refunded.set(rate, after);
        const tax = money(vatWithin(after.amount, rate) - vatWithin(before.amount, rate), currency);
        return gross.amount === 0 ? [] : [{ rate, net: subtract(gross, tax), vat: tax }];
      });
  });
}

/** Takes the lines at their own rates, at most what remains at each rate, and spreads the rest in proportion. */
function grossByRate(
  lines: readonly RefundLine[],
  amount: Money,
  left: ReadonlyMap<number, Money>,
  charged: ReadonlyMap<number, Money>,
): Map<number, Money> {
  const { currency } = amount;
  const none = money(0, currency);
  const gross = new Map<number, Money>();
  let rest = amount;
  const take = (rate: number, wanted: Money) => {
    const taken = gross.get(rate) ?? none;
    const room = subtract(left.get(rate) ?? none, taken);
    const part = min(min(wanted, room), rest);
    gross.set(rate, add(taken, part));
    rest = subtract(rest, part);
  };
  for (const line of lines) {
    if (line.vatRate !== null) take(line.vatRate, line.amount);
    else for (const [rate, share] of spread(line.amount.amount, charged)) take(rate, money(share, currency));
  }
  const rooms = new Map([...left].map(([rate, room]) => [rate, subtract(room, gross.get(rate) ?? none)]));
  for (const [rate, share] of spread(rest.amount, rooms)) take(rate, money(share, currency));
  return gross;
}

function positive(a: Money): Money {
  return a.amount > 0 ? a : money(0, a.currency);
}
