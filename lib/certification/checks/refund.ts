import { type Money, money, parseDecimal, toDecimal } from '../../money';
import { assert, type CertificationTest, need, type Placed, type TestContext } from '../check';
import { checkPayment, formatResultCode, invoiceToPay, place, statusOf, untilOrder } from '../place';
import { childOf, textAt } from '../wire';

const chapter = '5 refundPayment';

export const refundTests: CertificationTest[] = [
  {
    id: '5.1',
    title: 'a new invoice is paid, then partly refunded',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      const { payer, limits, shop, memory } = context;
      const placed = await place(context, 1);
      await checkPayment(context, placed);
      await payer.pay(invoiceToPay(placed));
      const patience = payer.isAutomatic ? limits.answerSeconds : limits.personSeconds;
      const order = await untilOrder(context, placed, 'PAID', patience);
      payer.done();
      assert(order !== undefined, 'The payment to refund was never booked as PAID: see test 2.3.');
      memory.refunded = placed;
      const part = money(Math.floor(order.total.amount / 3), order.total.currency);
      await refund(context, placed, part, shop.newKey());
      const call = refundsOf(context, placed).at(-1);
      assert(call !== undefined, 'The shop stored a refund, but did not call refundPayment.');
      assert(call.resultCode === '0', `refundPayment got ${formatResultCode(call.resultCode)}.`);
      const requestContent = textAt(childOf(call.requestContent, 'invoice', 'totalAmount'), 'value') ?? '';
      assert(
        parseDecimal(requestContent, part.currency)?.amount === part.amount,
        `A refund of ${toDecimal(part)} was requested, but refundPayment sent ${requestContent}.`,
      );
      const after = await shop.getOrder(placed.orderId);
      assert(
        after?.state === 'PARTIALLY_REFUNDED',
        `SEQR refunded ${toDecimal(part)}, but the order is ${after?.state}.`,
      );
      fact(
        `${toDecimal(part)} of ${toDecimal(order.total)} ${part.currency} refunded, reference ${textAt(call.responseContent, 'ersReference')}.`,
      );
    },
  },
  {
    id: '5.2',
    title: 'a refund that exceeds the rest is refused before SEQR is called',
    chapter,
    from: 'beyond',
    async run(context, { fact }) {
      const placed = need(context.memory.refunded, '5.1');
      const before = refundsOf(context, placed).length;
      const { total } = placed.order;
      for (const amount of [total.amount, 0, -100]) {
        const result = await refund(context, placed, money(amount, total.currency), context.shop.newKey());
        const sent = refundsOf(context, placed).length - before;
        assert(
          sent === 0,
          `The shop asked SEQR to refund ${toDecimal(money(amount, total.currency))} although that exceeds the rest of the payment: reserve a refund’s amount before calling refundPayment.`,
        );
        assert(!result.ok, `The shop accepted an impossible refund of ${toDecimal(money(amount, total.currency))}.`);
      }
      fact('The full amount after a part, zero and a negative amount: refused and not sent.');
    },
  },
  {
    id: '5.3',
    title: 'a refund that is clicked twice is made once',
    chapter,
    from: 'beyond',
    async run(context, { fact }) {
      const placed = need(context.memory.refunded, '5.1');
      const before = refundsOf(context, placed).length;
      const key = context.shop.newKey();
      const amount = money(100, placed.order.total.currency);
      await Promise.all([refund(context, placed, amount, key), refund(context, placed, amount, key)]);
      const sent = refundsOf(context, placed).length - before;
      assert(
        sent === 1,
        `One refund caused ${sent} calls to refundPayment: SEQR cannot detect duplicates, so the shop must.`,
      );
      fact('Two concurrent clicks, one refundPayment.');
    },
  },
];

function refund({ shop }: TestContext, { orderId, payment }: Placed, amount: Money, key: string) {
  const by = { source: 'merchant', name: 'Certification' } as const;
  return shop.refund({ orderId, paymentId: payment.id, key, amount, reason: 'Certification', by });
}

function refundsOf({ wire }: TestContext, { reference }: Placed) {
  const paid = wire.of('getPaymentStatus', { invoiceReference: reference }).find((one) => statusOf(one) === 'PAID');
  return wire.of('refundPayment', { ersReference: textAt(paid?.responseContent, 'ersReference') ?? '' });
}
