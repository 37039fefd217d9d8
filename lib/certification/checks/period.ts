import { assert, type CertificationTest, need } from '../check';
import { formatResultCode } from '../place';

const chapter = '6 markTransactionPeriod';
const MAX_LINES = 10_000;

export const periodTests: CertificationTest[] = [
  {
    id: '6.1',
    title: 'the shop closes the day and fetches SEQR’s report',
    chapter,
    from: 'seqr',
    async run({ shop, wire, kind, limits, memory }, { fact }) {
      const scope = kind === 'pos' ? 'terminal' : 'shop';
      const closing = await shop.closeDay(scope, 'Certification', limits.reportSeconds * 1000);
      const marked = wire.of('markTransactionPeriod').at(-1);
      assert(marked !== undefined, 'Closing the day did not call markTransactionPeriod, so SEQR’s period never ends.');
      assert(
        marked.resultCode === '0',
        `markTransactionPeriod got ${formatResultCode(marked.resultCode)}: check SEQR_RESELLER_ID and SEQR_RESELLER_PASSWORD, with which the call is made.`,
      );
      const reports = wire.of('executeReport');
      assert(
        reports.length > 0,
        'The period is marked, but no report was requested: call executeReport about 3 s later.',
      );
      assert(
        reports.at(-1)?.resultCode === '0',
        `executeReport was last answered with ${formatResultCode(reports.at(-1)?.resultCode ?? null)}: retry later on result 2.`,
      );
      const period = await shop.getPeriod(closing.periodId);
      assert(
        period?.state === 'RECONCILED',
        `The report arrived, but the period is ${period?.state} (${period?.failure ?? 'no reason stored'}).`,
      );
      memory.periodId = closing.periodId;
      fact(`Period ${period.transactionPeriodId} of the ${scope}, report after ${reports.length} calls.`);
    },
  },
  {
    id: '6.2',
    title: 'SEQR’s report and the shop agree on every payment and refund of this run',
    chapter,
    from: 'beyond',
    async run({ shop, memory, placed }, { fact }) {
      const periodId = need(memory.periodId, '6.1');
      const ours = new Set(placed.map(({ orderId }) => orderId));
      const open = (await shop.listLines(periodId, 'open', MAX_LINES)).filter(
        ({ orderId }) => orderId !== null && ours.has(orderId),
      );
      const [first] = open;
      assert(
        first === undefined,
        `SEQR’s report and the shop differ on ${first?.ersReference ?? first?.orderNumber}: ${first?.outcome}.`,
      );
      const matched = (await shop.listLines(periodId, 'matched', MAX_LINES)).filter(
        ({ orderId }) => orderId !== null && ours.has(orderId),
      );
      let expected = 0;
      for (const { orderId } of placed) {
        const order = await shop.getOrder(orderId);
        if (order?.payment?.state === 'PAID') expected += 1 + order.refunds.length;
      }
      assert(
        matched.length === expected,
        `The shop has ${expected} payments and refunds of this run, but only ${matched.length} of them match the report.`,
      );
      fact(`${matched.length} payments and refunds, with equal amounts on both sides.`);
    },
  },
];
