import { place, untilOrder } from '../place';
import { type CertificationTest, type Course, demand, NotRun, need } from '../test';
import { until } from '../wire';

const chapter = 'Notifications';
const COPIES = 10;

export const notificationTests: CertificationTest[] = [
  {
    id: '2.6',
    title: 'SEQR’s notification reaches the shop and is answered at once',
    chapter,
    from: 'more',
    source: 'SEQR manual 2.4.2.1',
    async run({ memory, notifications, limits, addresses }, { fact }) {
      const { reference } = need(memory.one, '1.1');
      const [first] = (await until(() => nonEmpty(notifications.of(reference)), limits.patienceSeconds * 1000)) ?? [];
      if (!first) {
        throw new NotRun(
          `No notification came to ${addresses.forSeqr}. The payment was learnt by asking, which is enough; with --public-url an address that SEQR reaches can be given.`,
        );
      }
      demand(
        first.status >= 200 && first.status < 300,
        `The notification was answered with HTTP ${first.status}: answer 2xx whatever you make of it, or SEQR sends it again.`,
      );
      fact(`Answered with HTTP ${first.status} after ${first.ms} ms.`);
    },
  },
  {
    id: '2.7',
    title: 'the same notification ten times at once changes nothing more',
    chapter,
    from: 'more',
    async run(course, { fact }) {
      const { orderId, reference } = need(course.memory.one, '1.1');
      const before = await course.shop.getOrder(orderId);
      if (before?.state !== 'PAID') throw new NotRun('Not run, because it builds on test 2.4, which failed.');
      const asked = course.wire.of('getPaymentStatus', { invoiceReference: reference }).length;
      const answers = await Promise.all(Array.from({ length: COPIES }, () => notify(course, orderId, reference)));
      demand(
        answers.every(({ status }) => status >= 200 && status < 300),
        'A repeated notification was not answered 2xx: what is known already is no error.',
      );
      const after = await course.shop.getOrder(orderId);
      demand(
        after?.state === 'PAID' && after.payment?.ersReference === before.payment?.ersReference,
        'Repeated notifications changed a paid order: compare the state in the write itself.',
      );
      const more = course.wire.of('getPaymentStatus', { invoiceReference: reference }).length - asked;
      demand(more <= 2, `${COPIES} notifications led to ${more} questions to SEQR: ask once a second at most.`);
      fact(`${COPIES} copies, all answered 2xx, ${more} questions to SEQR, order unchanged.`);
    },
  },
  {
    id: '2.8',
    title: 'a forged notification makes nothing paid',
    chapter,
    from: 'more',
    async run(course, { fact }) {
      const victim = await place(course, 1);
      const other = need(course.memory.one, '1.1');
      const forged = [
        notify(course, victim.orderId, victim.reference, { status: 'PAID', ersReference: '2026010100000000000000001' }),
        notify(course, victim.orderId, other.reference),
        notify(course, victim.orderId, '9'.repeat(13)),
        notify(course, victim.orderId, '<script>'),
      ];
      await Promise.all(forged);
      const paid = await untilOrder(course, victim, 'PAID', Math.min(1.5, course.limits.patienceSeconds));
      demand(
        paid === undefined,
        'A forged notification made an unpaid order paid: a notification is a hint that anybody can send; believe getPaymentStatus only.',
      );
      fact(`${forged.length} forgeries; order ${victim.order.number} stays unpaid.`);
    },
  },
];

function notify(course: Course, orderId: string, invoiceReference: string, more: Record<string, string> = {}) {
  return course.shop.notify(
    new Request(`${course.addresses.forSeqr}/api/seqr/notifications?order=${orderId}`, {
      method: 'POST',
      body: new URLSearchParams({ invoiceReference, ...more }),
    }),
  );
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
