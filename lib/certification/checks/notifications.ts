import { assert, type CertificationTest, NotRun, need, type TestContext } from '../check';
import { place, untilOrder } from '../place';
import { until } from '../wire';

const chapter = 'Notifications';
const COPIES = 10;

export const notificationTests: CertificationTest[] = [
  {
    id: '2.6',
    title: 'SEQR’s notification reaches the shop and is answered',
    chapter,
    from: 'beyond',
    source: 'SEQR manual 2.4.2.1',
    async run({ memory, notifications, limits, addresses }, { fact }) {
      const { reference } = need(memory.one, '1.1');
      const [first] = (await until(() => nonEmpty(notifications.of(reference)), limits.patienceSeconds * 1000)) ?? [];
      if (!first) {
        throw new NotRun(
          `No notification came to ${addresses.forSeqr}. Polling found the payment, which is sufficient. Use --public-url to pass an address that SEQR can reach.`,
        );
      }
      assert(
        first.status >= 200 && first.status < 300,
        `The notification was answered with HTTP ${first.status}: always answer 2xx, or SEQR sends it again.`,
      );
      fact(`Answered with HTTP ${first.status} after ${first.ms} ms.`);
    },
  },
  {
    id: '2.7',
    title: 'ten concurrent copies of a notification change nothing',
    chapter,
    from: 'beyond',
    async run(context, { fact }) {
      const { orderId, reference } = need(context.memory.one, '1.1');
      const before = await context.shop.getOrder(orderId);
      if (before?.state !== 'PAID') throw new NotRun('Not run, because it depends on test 2.4, which failed.');
      const queryCount = context.wire.of('getPaymentStatus', { invoiceReference: reference }).length;
      const answers = await Promise.all(Array.from({ length: COPIES }, () => notify(context, orderId, reference)));
      assert(
        answers.every(({ status }) => status >= 200 && status < 300),
        'A repeated notification was not answered 2xx: repetition is not an error.',
      );
      const after = await context.shop.getOrder(orderId);
      assert(
        after?.state === 'PAID' && after.payment?.ersReference === before.payment?.ersReference,
        'Repeated notifications changed a paid order: check the state in the same write.',
      );
      const more = context.wire.of('getPaymentStatus', { invoiceReference: reference }).length - queryCount;
      assert(more <= 2, `${COPIES} notifications caused ${more} calls to SEQR: ask at most once a second.`);
      fact(`${COPIES} copies, all answered 2xx, ${more} calls to SEQR, order unchanged.`);
    },
  },
  {
    id: '2.8',
    title: 'a forged notification does not mark an order as paid',
    chapter,
    from: 'beyond',
    async run(context, { fact }) {
      const victim = await place(context, 1);
      const other = need(context.memory.one, '1.1');
      const forged = [
        notify(context, victim.orderId, victim.reference, {
          status: 'PAID',
          ersReference: '2026010100000000000000001',
        }),
        notify(context, victim.orderId, other.reference),
        notify(context, victim.orderId, '9'.repeat(13)),
        notify(context, victim.orderId, '<script>'),
      ];
      await Promise.all(forged);
      const paid = await untilOrder(context, victim, 'PAID', Math.min(1.5, context.limits.patienceSeconds));
      assert(
        paid === undefined,
        'A forged notification marked an unpaid order as paid: anyone can send a notification, so rely only on getPaymentStatus.',
      );
      fact(`${forged.length} forgeries; order ${victim.order.number} stays unpaid.`);
    },
  },
];

function notify(context: TestContext, orderId: string, invoiceReference: string, more: Record<string, string> = {}) {
  return context.shop.notify(
    new Request(`${context.addresses.forSeqr}/api/seqr/notifications?order=${orderId}`, {
      method: 'POST',
      body: new URLSearchParams({ invoiceReference, ...more }),
    }),
  );
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
