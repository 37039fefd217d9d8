import { tellCode } from '../place';
import { type CertificationTest, demand, need } from '../test';

const chapter = '6 markTransactionPeriod';
const MOST_LINES = 10_000;

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
      demand(
        marked !== undefined,
        'Closing the day did not call markTransactionPeriod, so SEQR’s report would never end.',
      );
      demand(
        marked.resultCode === '0',
        `markTransactionPeriod was answered with ${tellCode(marked.resultCode)}: look at SEQR_RESELLER_ID and SEQR_RESELLER_PASSWORD, which sign it.`,
      );
      const reports = wire.of('executeReport');
      demand(
        reports.length > 0,
        'The period is marked, but no report was asked for: call executeReport some 3 s later.',
      );
      demand(
        reports.at(-1)?.resultCode === '0',
        `executeReport was last answered with ${tellCode(reports.at(-1)?.resultCode ?? null)}: on 2 ask again after a while.`,
      );
      const period = await shop.getPeriod(closing.periodId);
      demand(
        period?.state === 'RECONCILED',
        `The report is there, but the period is ${period?.state} in the books (${period?.failure ?? 'no reason kept'}).`,
      );
      memory.periodId = closing.periodId;
      fact(`Period ${period.transactionPeriodId} of the ${scope}, report after ${reports.length} questions.`);
    },
  },
  {
    id: '6.2',
    title: 'SEQR’s report and the shop’s books agree on every payment and refund of this run',
    chapter,
    from: 'more',
    async run({ shop, memory, placed }, { fact }) {
      const periodId = need(memory.periodId, '6.1');
      const ours = new Set(placed.map(({ orderId }) => orderId));
      const open = (await shop.listLines(periodId, 'open', MOST_LINES)).filter(
        ({ orderId }) => orderId !== null && ours.has(orderId),
      );
      const [first] = open;
      demand(
        first === undefined,
        `SEQR’s report and the books differ on ${first?.ersReference ?? first?.orderNumber}: ${first?.outcome}.`,
      );
      const matched = (await shop.listLines(periodId, 'matched', MOST_LINES)).filter(
        ({ orderId }) => orderId !== null && ours.has(orderId),
      );
      let expected = 0;
      for (const { orderId } of placed) {
        const order = await shop.getOrder(orderId);
        if (order?.payment?.state === 'PAID') expected += 1 + order.refunds.length;
      }
      demand(
        matched.length === expected,
        `The books hold ${expected} payments and refunds of this run, but only ${matched.length} of them match the report.`,
      );
      fact(`${matched.length} payments and refunds, each with its sum, in both.`);
    },
  },
];
