import { add, isCurrency, type Money, money, parseDecimal, sum, toDecimal } from '../../money';
import type { Content } from '../../seqr/read-envelope';
import { vatRateToDecimal } from '../../vat-rate';
import { assert, type CertificationTest, need, type Placed } from '../check';
import { place } from '../place';
import { childOf, listAt, textAt } from '../wire';

const chapter = '1 sendInvoice';

const invoiceOf = ({ sent }: Placed) => childOf(sent.requestContent, 'invoice');
const rowsOf = (placed: Placed) => listAt(invoiceOf(placed), 'invoiceRows', 'invoiceRow');

export const sendInvoiceTests: CertificationTest[] = [
  {
    id: '1.1',
    title: 'an invoice for one article',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      const placed = await place(context, 1);
      assertRows(placed);
      context.memory.one = placed;
      fact(`Order ${placed.order.number}, invoice ${placed.reference}, ${describe(placed)}.`);
    },
  },
  {
    id: '1.2',
    title: 'an invoice with several rows',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      const placed = await place(context, 3);
      assertRows(placed);
      assert(rowsOf(placed).length > 2, 'An order of three articles must become an invoice of at least three rows.');
      context.memory.several = placed;
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
        const value = textAt(sent.requestContent, 'context', name);
        assert(Boolean(value), `The context of sendInvoice has no ${name}: set it to ${meaning}.`);
        fact(`${name}: ${value}`);
      }
    },
  },
  {
    id: '1.4',
    title: 'amounts and VAT add up',
    chapter,
    from: 'beyond',
    async run({ memory }, { fact, cite }) {
      for (const placed of [need(memory.one, '1.1'), need(memory.several, '1.2')]) {
        cite(placed.sent);
        fact(assertTotals(placed));
      }
    },
  },
  {
    id: '1.5',
    title: 'SEQR and the payer’s phone can reach the shop',
    chapter,
    from: 'beyond',
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
        assert(good, `The invoice’s ${name} must be an absolute address of the shop (${origin}); check PUBLIC_URL.`);
        fact(`${name}: ${new URL(url).origin}${new URL(url).pathname}`);
      }
    },
  },
];

function describe(placed: Placed): string {
  return `${rowsOf(placed).length} rows, ${toDecimal(placed.order.total)} ${placed.order.total.currency}`;
}

function assertRows(placed: Placed): void {
  const rows = rowsOf(placed);
  assert(rows.length > 0, 'The invoice has no rows: send one per article and one for the delivery.');
  for (const row of rows) {
    for (const name of ['itemQuantity', 'itemTotalAmount']) {
      const present = name === 'itemTotalAmount' ? amountOf(row, name) !== null : textAt(row, name) !== null;
      assert(present, `A row of invoice ${placed.reference} has no ${name}: SEQR requires it in each row.`);
    }
  }
}

/** Throws a `Finding` if amounts disagree; otherwise returns a description of them. */
function assertTotals(placed: Placed): string {
  const { order, reference } = placed;
  const currency = order.total.currency;
  const total = amountOf(invoiceOf(placed), 'totalAmount');
  assert(total !== null, `Invoice ${reference} has no totalAmount with value and currency.`);
  let rows = money(0, total.currency);
  for (const row of rowsOf(placed)) {
    const rowTotal = amountOf(row, 'itemTotalAmount');
    assert(
      rowTotal?.currency === total.currency,
      `A row of invoice ${reference} is in another currency than its total.`,
    );
    rows = add(rows, rowTotal);
    const unitPrice = amountOf(row, 'itemUnitPrice');
    const quantity = Number(textAt(row, 'itemQuantity'));
    assert(
      unitPrice === null || unitPrice.amount * quantity === rowTotal.amount,
      `In invoice ${reference}, the total of the row “${textAt(row, 'itemDescription')}” is not its quantity times its unit price: send the row’s total as itemTotalAmount.`,
    );
  }
  assert(
    rows.amount === total.amount,
    `The rows of invoice ${reference} add up to ${formatAmount(rows)}, but totalAmount is ${formatAmount(total)}: send a row for every charge, and the rows’ total as totalAmount.`,
  );
  assert(
    total.amount === order.total.amount && total.currency === currency,
    `Invoice ${reference} asks for ${formatAmount(total)}, but the order’s total is ${formatAmount(order.total)}: send the order’s own total.`,
  );
  const shares = sum(
    order.vat.flatMap(({ net, vat }) => [net, vat]),
    currency,
  );
  assert(
    shares.amount === order.total.amount,
    `Net and VAT of order ${order.number} add up to ${formatAmount(shares)} instead of ${formatAmount(order.total)}: round VAT once per rate (lib/orders/vat.ts).`,
  );
  const rates = order.vat.map((share) => `${vatRateToDecimal(share.rate)}%: ${formatAmount(share.vat)}`).join(', ');
  return `${reference}: rows ${formatAmount(rows)} = totalAmount = order; VAT ${rates}.`;
}

function amountOf(content: Content, name: string): Money | null {
  const currency = textAt(content, name, 'currency') ?? '';
  return isCurrency(currency) ? parseDecimal(textAt(content, name, 'value') ?? '', currency) : null;
}

function formatAmount(sum: Money): string {
  return `${toDecimal(sum)} ${sum.currency}`;
}
