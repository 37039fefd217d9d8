import { add, isCurrency, type Money, money, parseDecimal, sum, toDecimal } from '../../money';
import type { Content } from '../../seqr/read-envelope';
import { vatRateToDecimal } from '../../vat-rate';
import { place } from '../place';
import { type CertificationTest, demand, need, type Placed } from '../test';
import { childOf, listAt, textAt } from '../wire';

const chapter = '1 sendInvoice';

const invoiceOf = ({ sent }: Placed) => childOf(sent.said, 'invoice');
const rowsOf = (placed: Placed) => listAt(invoiceOf(placed), 'invoiceRows', 'invoiceRow');

export const sendInvoiceTests: CertificationTest[] = [
  {
    id: '1.1',
    title: 'an invoice for one article',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      const placed = await place(course, 1);
      demandRows(placed);
      course.memory.one = placed;
      fact(`Order ${placed.order.number}, invoice ${placed.reference}, ${describe(placed)}.`);
    },
  },
  {
    id: '1.2',
    title: 'an invoice of several rows',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      const placed = await place(course, 3);
      demandRows(placed);
      demand(rowsOf(placed).length > 2, 'An order of three articles must become an invoice of at least three rows.');
      course.memory.several = placed;
      fact(`Order ${placed.order.number}, invoice ${placed.reference}, ${describe(placed)}.`);
    },
  },
  {
    id: '1.3',
    title: 'clientId, clientReference and clientRequestTimeout are set',
    chapter,
    from: 'seqr',
    async run({ memory }, { fact, cite }) {
      const { sent } = need(memory.one, '1.1');
      cite(sent);
      for (const [name, meaning] of [
        ['clientId', 'the company’s name (SEQR_CLIENT_ID)'],
        ['clientReference', 'the system’s name and version'],
        ['clientRequestTimeout', 'a number of milliseconds, 0 for none'],
      ] as const) {
        const value = textAt(sent.said, 'context', name);
        demand(Boolean(value), `The context of sendInvoice has no ${name}: set it to ${meaning}.`);
        fact(`${name}: ${value}`);
      }
    },
  },
  {
    id: '1.4',
    title: 'amounts and VAT add up',
    chapter,
    from: 'more',
    async run({ memory }, { fact, cite }) {
      for (const placed of [need(memory.one, '1.1'), need(memory.several, '1.2')]) {
        cite(placed.sent);
        fact(demandSums(placed));
      }
    },
  },
  {
    id: '1.5',
    title: 'SEQR and the payer’s phone can find back to the shop',
    chapter,
    from: 'more',
    source: 'SEQR manual 2.4.2.1',
    async run({ memory, addresses }, { fact, cite }) {
      const placed = need(memory.one, '1.1');
      cite(placed.sent);
      for (const [name, origin] of [
        ['notificationUrl', addresses.forSeqr],
        ['backURL', addresses.forBuyer],
      ] as const) {
        const url = textAt(invoiceOf(placed), name);
        const good = url !== null && URL.canParse(url) && new URL(url).origin === origin;
        demand(good, `The invoice’s ${name} must be an absolute address of the shop (${origin}); look at PUBLIC_URL.`);
        fact(`${name}: ${new URL(url).origin}${new URL(url).pathname}`);
      }
    },
  },
];

function describe(placed: Placed): string {
  return `${rowsOf(placed).length} rows, ${toDecimal(placed.order.total)} ${placed.order.total.currency}`;
}

function demandRows(placed: Placed): void {
  const rows = rowsOf(placed);
  demand(rows.length > 0, 'The invoice has no rows: give each article and the delivery one.');
  for (const row of rows) {
    for (const name of ['itemQuantity', 'itemTotalAmount']) {
      const present = name === 'itemTotalAmount' ? amountOf(row, name) !== null : textAt(row, name) !== null;
      demand(present, `A row of invoice ${placed.reference} has no ${name}: SEQR asks for it in each row.`);
    }
  }
}

/** Throws a finding where sums disagree; else says what they are. */
function demandSums(placed: Placed): string {
  const { order, reference } = placed;
  const currency = order.total.currency;
  const total = amountOf(invoiceOf(placed), 'totalAmount');
  demand(total !== null, `Invoice ${reference} has no totalAmount with value and currency.`);
  let rows = money(0, total.currency);
  for (const row of rowsOf(placed)) {
    const rowTotal = amountOf(row, 'itemTotalAmount');
    demand(
      rowTotal?.currency === total.currency,
      `A row of invoice ${reference} is in another currency than its total.`,
    );
    rows = add(rows, rowTotal);
    const unitPrice = amountOf(row, 'itemUnitPrice');
    const quantity = Number(textAt(row, 'itemQuantity'));
    demand(
      unitPrice === null || unitPrice.amount * quantity === rowTotal.amount,
      `In invoice ${reference} the row “${textAt(row, 'itemDescription')}” is not its quantity times its unit price: itemTotalAmount is the whole row’s sum.`,
    );
  }
  demand(
    rows.amount === total.amount,
    `The rows of invoice ${reference} add up to ${tell(rows)}, but totalAmount says ${tell(total)}: send a row for everything that is charged, and the sum of the rows as totalAmount.`,
  );
  demand(
    total.amount === order.total.amount && total.currency === currency,
    `Invoice ${reference} asks for ${tell(total)}, but the order in the books is ${tell(order.total)}: send the order’s own total.`,
  );
  const shares = sum(
    order.vat.flatMap(({ net, vat }) => [net, vat]),
    currency,
  );
  demand(
    shares.amount === order.total.amount,
    `Net and VAT of order ${order.number} add up to ${tell(shares)} instead of ${tell(order.total)}: round VAT once a rate (lib/orders/vat.ts).`,
  );
  const rates = order.vat.map((share) => `${vatRateToDecimal(share.rate)} %: ${tell(share.vat)}`).join(', ');
  return `${reference}: rows ${tell(rows)} = totalAmount = order; VAT ${rates}.`;
}

function amountOf(content: Content, name: string): Money | null {
  const currency = textAt(content, name, 'currency') ?? '';
  return isCurrency(currency) ? parseDecimal(textAt(content, name, 'value') ?? '', currency) : null;
}

function tell(sum: Money): string {
  return `${toDecimal(sum)} ${sum.currency}`;
}
