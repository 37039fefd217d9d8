import { monotonicMs } from '../../clock';
import { assert, type CertificationTest, need } from '../check';
import { checkPayment, invoiceToPay, place, statusOf, untilOrder } from '../place';
import { textAt, until } from '../wire';

const chapter = '2 getPaymentStatus';

export const paymentStatusTests: CertificationTest[] = [
  {
    id: '2.1',
    title: 'before any scan, the invoice is ISSUED',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      let placed = need(context.memory.one, '1.1');
      // A till can have only one open invoice, so test 1.2 cancelled that of test 1.1.
      if (context.kind === 'pos') placed = await place(context, 1);
      context.memory.one = placed;
      const exchange = await checkPayment(context, placed);
      const order = await context.shop.getOrder(placed.orderId);
      assert(statusOf(exchange) === 'ISSUED', `Nobody has paid, but SEQR says ${statusOf(exchange)}.`);
      assert(
        order?.state === 'PENDING',
        `Nobody has paid, but the order is ${order?.state}: mark an order as paid only when SEQR reports PAID.`,
      );
      fact(`Invoice ${placed.reference} is ISSUED, order ${order.number} unpaid.`);
    },
  },
  {
    id: '2.2',
    title: 'every new version is acknowledged in the next call',
    chapter,
    from: 'beyond',
    source: 'SEQR manual 2.4.2.1',
    async run(context, { fact }) {
      const placed = need(context.memory.one, '1.1');
      const raised = context.raiseVersion(placed.reference);
      await checkPayment(context, placed);
      const exchange = await checkPayment(context, placed);
      const sent = textAt(exchange.requestContent, 'invoiceVersion');
      assert(
        sent === String(raised()),
        `The certification raised the version in SEQR’s answer to ${raised()}, but the shop sent invoiceVersion ${sent ?? '(none)'} afterwards: store each answer’s version and send the newest one.`,
      );
      fact(`Version ${raised()}, put into one answer for this test, came back as invoiceVersion ${sent}.`);
    },
  },
  {
    id: '2.3',
    title: 'the payer pays, and the shop queries the status within 20 seconds',
    chapter,
    from: 'beyond',
    source: 'SEQR manual 2.4.2.1',
    async run(context, { fact }) {
      const placed = need(context.memory.one, '1.1');
      const { wire, payer, limits } = context;
      const found = () =>
        wire.of('getPaymentStatus', { invoiceReference: placed.reference }).find((one) => statusOf(one) === 'PAID');
      await payer.pay(invoiceToPay(placed));
      const paidAt = monotonicMs();
      const patience = payer.isAutomatic ? limits.answerSeconds : limits.personSeconds;
      const paid = await until(found, patience * 1000);
      payer.done();
      assert(
        paid !== undefined,
        payer.isAutomatic
          ? `The payer paid, but the shop did not call getPaymentStatus within ${limits.answerSeconds} s, so SEQR reverses the payment: call it on each notification, and keep a watcher polling (lib/background/payment-watcher.ts).`
          : `No PAID within ${limits.personSeconds} s: the payer did not pay, or the shop did not query the status in time and SEQR reversed the payment.`,
      );
      const waited = ((monotonicMs() - paidAt) / 1000).toFixed(1);
      fact(
        payer.isAutomatic
          ? `Queried ${waited} s after the payment.`
          : `Queried in time: SEQR has not reversed the payment.`,
      );
    },
  },
  {
    id: '2.4',
    title: 'the invoice is PAID, and the shop stores the ersReference',
    chapter,
    from: 'seqr',
    async run(context, { fact, cite }) {
      const placed = need(context.memory.one, '1.1');
      const paid = context.wire
        .of('getPaymentStatus', { invoiceReference: placed.reference })
        .find((one) => statusOf(one) === 'PAID');
      assert(paid !== undefined, 'SEQR never reported PAID: see test 2.3.');
      cite(paid);
      const order = await untilOrder(context, placed, 'PAID', context.limits.patienceSeconds);
      assert(order !== undefined, 'SEQR reports PAID, but the order is not paid: apply the answer to the order.');
      const ersReference = textAt(paid.responseContent, 'ersReference');
      assert(
        order.payment?.ersReference === ersReference,
        `The shop did not store the payment’s ersReference ${ersReference}: refunds and receipts need it.`,
      );
      fact(`Order ${order.number} is paid, ersReference ${ersReference}.`);
    },
  },
  {
    id: '2.5',
    title: 'after 30 seconds without a payment, SEQR still knows the invoice, and it is not paid',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      const placed = await place(context, 1);
      await context.payer.letTimePass(invoiceToPay(placed), context.limits.unpaidSeconds);
      const exchange = await checkPayment(context, placed);
      const order = await context.shop.getOrder(placed.orderId);
      assert(statusOf(exchange) !== 'PAID' && order?.state !== 'PAID', 'An unpaid invoice is shown as paid.');
      fact(`After ${context.limits.unpaidSeconds} s: ${statusOf(exchange)}, order ${order?.state.toLowerCase()}.`);
    },
  },
];
