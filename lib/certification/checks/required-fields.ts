import type { Source } from '../../seqr/conformance/expectations';
import type { Content } from '../../seqr/read-envelope';
import { assert, type CertificationTest, NotRun, type TestContext } from '../check';
import { childOf, type Exchange, listAt, textAt } from '../wire';

type Field = {
  readonly name: string;
  /** The valid value, to complete “Send it …”. */
  readonly send: string;
  /** Returns the value if it is valid, otherwise null. */
  readonly read: (invoice: Content) => string | null;
  /** The source of the requirement; the manual if absent. */
  readonly source?: Source;
};

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

const text = (name: string) => (invoice: Content) => textAt(invoice, name)?.trim() || null;
const exactly = (name: string, value: string) => (invoice: Content) => (textAt(invoice, name) === value ? value : null);

const fields: readonly Field[] = [
  { name: 'paymentMode', send: 'as IMMEDIATE_DEBIT', read: exactly('paymentMode', 'IMMEDIATE_DEBIT') },
  {
    name: 'acknowledgmentMode',
    send: 'as NO_ACKNOWLEDGMENT; without it, the payer app shows “waiting for amount…” after the scan',
    read: exactly('acknowledgmentMode', 'NO_ACKNOWLEDGMENT'),
    source: 'SEQR developer site: FAQ',
  },
  {
    name: 'issueDate',
    send: 'as the invoice’s date and time, such as 2026-11-23T14:05:00+01:00',
    read: (invoice) => DATE_TIME.exec(textAt(invoice, 'issueDate') ?? '')?.[0] ?? null,
  },
  {
    name: 'title',
    send: 'as the heading of the payer’s bill, such as the shop and the order number',
    read: text('title'),
  },
  { name: 'clientInvoiceId', send: 'as your own number for the invoice', read: text('clientInvoiceId') },
  {
    name: 'totalAmount',
    send: 'with the currency and the value that the payer must pay',
    read: (invoice) => {
      const [currency, value] = [textAt(invoice, 'totalAmount', 'currency'), textAt(invoice, 'totalAmount', 'value')];
      return currency && value ? `${value} ${currency}` : null;
    },
  },
  { name: 'cashierId', send: 'as the name of the cashier or of the webshop', read: text('cashierId') },
  {
    name: 'footer',
    send: 'as the last line of the payer’s bill, such as the payment deadline',
    read: text('footer'),
  },
  {
    name: 'itemQuantity',
    send: 'in each row, as the number of units, 1 or more',
    read: (invoice) => {
      const quantities = listAt(invoice, 'invoiceRows', 'invoiceRow').map((row) => textAt(row, 'itemQuantity'));
      return quantities.length > 0 && quantities.every((quantity) => Number(quantity) >= 1)
        ? quantities.join(', ')
        : null;
    },
  },
];

/** One test per field that SEQR requires although its contract marks it as optional. */
export const requiredFieldTests: CertificationTest[] = fields.map(({ name, send, read, source }, index) => ({
  id: `1.${6 + index}`,
  title: `the invoice has the required field ${name}`,
  chapter: '1 sendInvoice',
  from: 'seqr',
  source: source ?? 'SEQR manual 2.4.2.1',
  async run(context, { fact, cite }) {
    const sent = invoicesOf(context);
    const wrong = sent.find(({ requestContent }) => read(childOf(requestContent, 'invoice')) === null);
    cite(wrong ?? sent[0]);
    assert(wrong === undefined, `${wrong?.operation} has no valid ${name}, which SEQR requires: send it ${send}.`);
    fact(`${name}: ${read(childOf(sent[0].requestContent, 'invoice'))}`);
  },
}));

/** All invoices sent so far, including refused ones. */
function invoicesOf({ wire }: TestContext): [Exchange, ...Exchange[]] {
  const [first, ...others] = wire.of('sendInvoice');
  if (!first) throw new NotRun('Not run, because no invoice was sent: see test 1.1.');
  return [first, ...others];
}
