// What holds for the shop as a whole: stock, SEQR's report, the outbox, the logs.
import { readFileSync } from 'node:fs';
import { personal } from './buyer.mjs';
import { sum } from './check-orders.mjs';

const soldStates = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

/** I3 at rest: nothing is reserved any more, and what is sold is what paid orders hold. */
export function checkStock(orders, stock, units) {
  const findings = [];
  for (const { slug, stock: left, reserved, sold } of stock) {
    const find = (text) => findings.push({ kind: 'stock', order: slug, text });
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

/** I8: the shop's books and SEQR's report say the same, but for refunds in doubt and what the run itself took back. */
export function checkReport(orders, report, isReversed) {
  const findings = [];
  const expected = new Map();
  for (const order of orders) {
    for (const attempt of order.attempts) {
      if (attempt.state === 'PAID') expected.set(attempt.ersReference, { amount: attempt.amount, order });
      const tolerated = isReversed(attempt.invoiceReference) || order.refunds.some(({ state }) => state === 'UNKNOWN');
      for (const { ersReference, kind } of tolerated ? attempt.bookings : [])
        if (kind !== 'PAYMENT') report.delete(ersReference);
    }
    for (const refund of order.refunds) {
      if (refund.state === 'DONE') expected.set(refund.ersReference, { amount: -refund.amount, order });
    }
  }
  const find = (order, text) =>
    findings.push({ kind: 'lost', order: order ? `T-${order.number}` : 'the report', text });
  for (const [reference, { amount, order }] of expected) {
    if (report.get(reference) !== amount)
      find(order, `books ${amount}, SEQR’s report ${report.get(reference) ?? 'nothing'}`);
    report.delete(reference);
  }
  for (const [reference, amount] of report)
    find(null, `has ${amount} under …${reference.slice(-6)}, which the shop does not know`);
  return findings;
}

/** I9: nothing personal, no password, no order's key in a log. */
export function checkLogs(files, orders) {
  const findings = [];
  const secrets = [...personal, '12345678</', '<password>', ...orders.map(({ id }) => id)];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const secret of secrets) {
      if (text.includes(secret))
        findings.push({
          kind: 'other',
          order: file.split('/').at(-1),
          text: `its log holds “${secret.slice(0, 12)}…”`,
        });
    }
  }
  return findings;
}

/** Taken again and again while the run goes on. */
export function watchStock({ shop }, units) {
  const read = shop.prepare('SELECT slug, stock, reserved, sold FROM Product');
  const seen = new Map();
  return {
    look() {
      for (const { slug, stock, reserved, sold } of read.all()) {
        if (stock < 0 || reserved < 0 || stock + reserved + sold !== units.get(slug)) {
          seen.set(slug, { kind: 'stock', order: slug, text: `${stock} + ${reserved} + ${sold} while it went on` });
        }
      }
    },
    findings: () => [...seen.values()],
  };
}
