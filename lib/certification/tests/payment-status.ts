import { monotonicMs } from '../../clock';
import { ask, billOf, place, statusOf, untilOrder } from '../place';
import { type CertificationTest, demand, need } from '../test';
import { textAt, until } from '../wire';

const chapter = '2 getPaymentStatus';

export const paymentStatusTests: CertificationTest[] = [
  {
    id: '2.1',
    title: 'asked before any scan, the invoice is ISSUED',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      let placed = need(course.memory.one, '1.1');
      // A till has one open invoice: the invoice of test 1.2 cancelled that of 1.1.
      if (course.kind === 'pos') placed = await place(course, 1);
      course.memory.one = placed;
      const asked = await ask(course, placed);
      const order = await course.shop.getOrder(placed.orderId);
      demand(statusOf(asked) === 'ISSUED', `Nobody has paid, but SEQR says ${statusOf(asked)}.`);
      demand(
        order?.state === 'PENDING',
        `Nobody has paid, but the order is ${order?.state}: only PAID from SEQR is paid.`,
      );
      fact(`Invoice ${placed.reference} is ISSUED, order ${order.number} unpaid.`);
    },
  },
  {
    id: '2.2',
    title: 'every new version is acknowledged in the next question',
    chapter,
    from: 'more',
    source: 'SEQR manual 2.4.2.1',
    async run(course, { fact }) {
      const placed = need(course.memory.one, '1.1');
      const raised = course.raiseVersion(placed.reference);
      await ask(course, placed);
      const asked = await ask(course, placed);
      const sent = textAt(asked.said, 'invoiceVersion');
      demand(
        sent === String(raised()),
        `SEQR raised the invoice’s version to ${raised()}, but the shop sent invoiceVersion ${sent ?? '(none)'} afterwards: keep the version of each answer and send the newest one back.`,
      );
      fact(`Version ${raised()}, put into one answer for this test, came back as invoiceVersion ${sent}.`);
    },
  },
  {
    id: '2.3',
    title: 'the payer pays, and the shop asks within 20 seconds',
    chapter,
    from: 'more',
    source: 'SEQR manual 2.4.2.1',
    async run(course, { fact }) {
      const placed = need(course.memory.one, '1.1');
      const { wire, payer, limits } = course;
      const found = () =>
        wire.of('getPaymentStatus', { invoiceReference: placed.reference }).find((one) => statusOf(one) === 'PAID');
      await payer.pay(billOf(placed));
      const paidAt = monotonicMs();
      const patience = payer.isPrompt ? limits.answerSeconds : limits.personSeconds;
      const heard = await until(found, patience * 1000);
      payer.done();
      demand(
        heard !== undefined,
        payer.isPrompt
          ? `The payer paid, and the shop did not ask within ${limits.answerSeconds} s, so SEQR takes the money back: answer notifications with getPaymentStatus, and keep a watcher running that asks by itself (lib/payments/watcher.ts).`
          : `No PAID within ${limits.personSeconds} s: the payer did not pay, or the shop did not ask in time and SEQR took the payment back.`,
      );
      const waited = ((monotonicMs() - paidAt) / 1000).toFixed(1);
      fact(
        payer.isPrompt ? `Asked ${waited} s after the payment.` : `Learnt in time: SEQR has not reversed the payment.`,
      );
    },
  },
  {
    id: '2.4',
    title: 'then it is PAID, and its ersReference is in the books',
    chapter,
    from: 'seqr',
    async run(course, { fact, cite }) {
      const placed = need(course.memory.one, '1.1');
      const heard = course.wire
        .of('getPaymentStatus', { invoiceReference: placed.reference })
        .find((one) => statusOf(one) === 'PAID');
      demand(heard !== undefined, 'SEQR never said PAID, see test 2.3.');
      cite(heard);
      const order = await untilOrder(course, placed, 'PAID', course.limits.patienceSeconds);
      demand(
        order !== undefined,
        'SEQR says PAID, but the order is not paid in the books: apply the answer to the order.',
      );
      const ersReference = textAt(heard.heard, 'ersReference');
      demand(
        order.payment?.ersReference === ersReference,
        `The books do not hold the payment’s ersReference ${ersReference}: keep it, for refunds and receipts name it.`,
      );
      fact(`Order ${order.number} is paid, ersReference ${ersReference}.`);
    },
  },
  {
    id: '2.5',
    title: 'left unpaid for 30 seconds, an invoice is still answered and not paid',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      const placed = await place(course, 1);
      await course.payer.letPass(billOf(placed), course.limits.unpaidSeconds);
      const asked = await ask(course, placed);
      const order = await course.shop.getOrder(placed.orderId);
      demand(statusOf(asked) !== 'PAID' && order?.state !== 'PAID', 'An invoice that nobody paid counts as paid.');
      fact(`After ${course.limits.unpaidSeconds} s: ${statusOf(asked)}, order ${order?.state.toLowerCase()}.`);
    },
  },
];
