// Checks the shop as a whole: stock, SEQR's report, the outbox, the logs.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Books, type Order, readStock, type StockRow } from './books';
import { personal } from './buyer';
import { isSettledElsewhere, sum } from './check-orders';
import type { Finding, IsReversed } from './finding';

/** The number of units, by slug. */
type Units = ReadonlyMap<string, number>;

const soldStates = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

/** Checks that no stock is reserved after the run, and that the sold units equal those of paid orders. */
export function checkStock(orders: readonly Order[], stock: readonly StockRow[], units: Units): Finding[] {
  const findings: Finding[] = [];
  for (const { slug, stock: left, reserved, sold } of stock) {
    const find = (text: string) => findings.push({ kind: 'stock', order: slug, text });
    const lines = orders.filter(({ state }) => soldStates.includes(state)).flatMap((order) => order.lines);
    const ordered = sum(
      lines.filter((line) => line.slug === slug),
      ({ quantity }) => quantity,
    );
    if (left < 0) find(`${left} in stock`);
    if (reserved !== 0) find(`${reserved} stay reserved`);
    if (sold !== ordered) find(`${sold} sold, and paid orders hold ${ordered}`);
    if (left + reserved + sold !== units.get(slug)) find(`${units.get(slug)} became ${left + reserved + sold}`);
  }
  return findings;
}

/**
 * Checks that the shop's records and SEQR's report agree, except for unclear refunds, money settled elsewhere, and
 * payments that the run itself reversed.
 */
export function checkReport(orders: readonly Order[], report: Map<string, number>, isReversed: IsReversed): Finding[] {
  const findings: Finding[] = [];
  const expected = new Map<string | null, { amount: number; order: Order }>();
  for (const order of orders) {
    for (const attempt of order.attempts) {
      if (attempt.state === 'PAID') expected.set(attempt.ersReference, { amount: attempt.amount, order });
      const tolerated = isReversed(attempt.invoiceReference) || order.refunds.some(({ state }) => state === 'UNKNOWN');
      const isElsewhere = isSettledElsewhere(attempt);
      const known = order.refunds.filter(({ state }) => state === 'DONE').map(({ ersReference }) => ersReference);
      for (const { ersReference, kind } of tolerated || isElsewhere ? attempt.bookings : [])
        if ((kind !== 'PAYMENT' && !known.includes(ersReference)) || isElsewhere) report.delete(ersReference);
    }
    for (const refund of order.refunds) {
      // SEQR's own reversal, recorded as a refund, is ignored on both sides.
      const isReversal = refund.key.startsWith('reversed:');
      if (refund.state === 'DONE' && !isReversal) expected.set(refund.ersReference, { amount: -refund.amount, order });
    }
  }
  const find = (order: Order | null, text: string) =>
    findings.push({ kind: 'lost', order: order ? `T-${order.number}` : 'the report', text });
  for (const [reference, { amount, order }] of expected) {
    const reported = reference === null ? undefined : report.get(reference);
    if (reported !== amount) find(order, `books ${amount}, SEQR’s report ${reported ?? 'nothing'}`);
    if (reference !== null) report.delete(reference);
  }
  for (const [reference, amount] of report)
    find(null, `has ${amount} under …${reference.slice(-6)}, which the shop does not know`);
  return findings;
}

/** Checks that the logs contain no personal data, passwords or order ids. */
export function checkLogs(files: readonly string[], orders: readonly Order[], databaseUrl: string): Finding[] {
  const findings: Finding[] = [];
  const { password } = new URL(databaseUrl);
  const passwords = password ? [password, decodeURIComponent(password)] : [];
  const secrets = [...personal, ...passwords, '12345678</', '<password>', ...orders.map(({ id }) => id)];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const secret of secrets) {
      if (text.includes(secret))
        findings.push({
          kind: 'other',
          order: basename(file),
          text: `its log holds “${secret.slice(0, 12)}…”`,
        });
    }
  }
  return findings;
}

/** Checks the stock during the run. `look` is called repeatedly and records products whose units do not add up. */
export function watchStock(books: Books, units: Units) {
  const seen = new Map<string, Finding>();
  return {
    async look() {
      for (const { slug, stock, reserved, sold } of await readStock(books)) {
        if (stock < 0 || reserved < 0 || stock + reserved + sold !== units.get(slug)) {
          seen.set(slug, { kind: 'stock', order: slug, text: `${stock} + ${reserved} + ${sold} during the run` });
        }
      }
    },
    findings: () => [...seen.values()],
  };
}
