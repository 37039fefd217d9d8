import { type Money, money, parseDecimal, toDecimal } from '../../money';
import { ask, billOf, place, statusOf, tellCode, untilOrder } from '../place';
import { type CertificationTest, type Course, demand, need, type Placed } from '../test';
import { childOf, textAt } from '../wire';

const chapter = '5 refundPayment';

export const refundTests: CertificationTest[] = [
  {
    id: '5.1',
    title: 'a new invoice, paid, then refunded in part',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      const { payer, limits, shop, memory } = course;
      const placed = await place(course, 1);
      await ask(course, placed);
      await payer.pay(billOf(placed));
      const patience = payer.isPrompt ? limits.answerSeconds : limits.personSeconds;
      const order = await untilOrder(course, placed, 'PAID', patience);
      payer.done();
      demand(order !== undefined, 'The payment to be refunded was never booked as PAID, see test 2.3.');
      memory.refunded = placed;
      const part = money(Math.floor(order.total.amount / 3), order.total.currency);
      await refund(course, placed, part, shop.newKey());
      const call = refundsOf(course, placed).at(-1);
      demand(call !== undefined, 'The shop wrote a refund down, but never called refundPayment.');
      demand(call.resultCode === '0', `refundPayment was answered with ${tellCode(call.resultCode)}.`);
      const said = textAt(childOf(call.said, 'invoice', 'totalAmount'), 'value') ?? '';
      demand(
        parseDecimal(said, part.currency)?.amount === part.amount,
        `A refund of ${toDecimal(part)} was asked for, but refundPayment says ${said}.`,
      );
      const after = await shop.getOrder(placed.orderId);
      demand(
        after?.state === 'PARTIALLY_REFUNDED',
        `SEQR has paid ${toDecimal(part)} back, but the order is ${after?.state}.`,
      );
      fact(
        `${toDecimal(part)} of ${toDecimal(order.total)} ${part.currency} paid back, refund ${textAt(call.heard, 'ersReference')}.`,
      );
    },
  },
  {
    id: '5.2',
    title: 'a refund above what is left is refused before SEQR is asked',
    chapter,
    from: 'more',
    async run(course, { fact }) {
      const placed = need(course.memory.refunded, '5.1');
      const before = refundsOf(course, placed).length;
      const { total } = placed.order;
      for (const amount of [total.amount, 0, -100]) {
        const result = await refund(course, placed, money(amount, total.currency), course.shop.newKey());
        const sent = refundsOf(course, placed).length - before;
        demand(
          sent === 0,
          `The shop asked SEQR to refund ${toDecimal(money(amount, total.currency))} although that is not left of the payment: reserve a refund’s sum in the books before calling refundPayment.`,
        );
        demand(
          !result.ok,
          `The shop took a refund of ${toDecimal(money(amount, total.currency))} that cannot be made.`,
        );
      }
      fact('The whole sum after a part, nothing, and less than nothing: refused, and not sent.');
    },
  },
  {
    id: '5.3',
    title: 'a refund that is clicked twice is made once',
    chapter,
    from: 'more',
    async run(course, { fact }) {
      const placed = need(course.memory.refunded, '5.1');
      const before = refundsOf(course, placed).length;
      const key = course.shop.newKey();
      const amount = money(100, placed.order.total.currency);
      await Promise.all([refund(course, placed, amount, key), refund(course, placed, amount, key)]);
      const sent = refundsOf(course, placed).length - before;
      demand(
        sent === 1,
        `One wish for a refund led to ${sent} calls of refundPayment: SEQR takes no key that would tell a repetition, so the shop must.`,
      );
      fact('Two clicks at once, one refundPayment.');
    },
  },
];

function refund({ shop }: Course, { orderId, payment }: Placed, amount: Money, key: string) {
  const by = { source: 'merchant', name: 'Certification' } as const;
  return shop.refund({ orderId, paymentId: payment.id, key, amount, reason: 'Certification', by });
}

function refundsOf({ wire }: Course, { reference }: Placed) {
  const paid = wire.of('getPaymentStatus', { invoiceReference: reference }).find((one) => statusOf(one) === 'PAID');
  return wire.of('refundPayment', { ersReference: textAt(paid?.heard, 'ersReference') ?? '' });
}
