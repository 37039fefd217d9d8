import { toDecimal } from '../../money';
import { tellCode } from '../place';
import { type CertificationTest, demand, NotRun, need } from '../test';
import { childOf, textAt, until } from '../wire';

const chapter = '3 submitPaymentReceipt';

export const receiptTests: CertificationTest[] = [
  {
    id: '3.1',
    title: 'after PAID the shop hands its receipt in',
    chapter,
    from: 'seqr',
    async run({ shop, wire, memory, limits }, { fact, cite }) {
      const placed = need(memory.one, '1.1');
      const order = await shop.getOrder(placed.orderId);
      const ersReference = order?.payment?.ersReference;
      if (!order || !ersReference) throw new NotRun('Not run, because it builds on test 2.4, which failed.');
      const submitted = await until(
        () => wire.of('submitPaymentReceipt', { ersReference }).at(-1),
        limits.patienceSeconds * 1000,
      );
      demand(
        submitted !== undefined,
        `The order is paid, but no receipt was handed in for ${ersReference}: call submitPaymentReceipt after PAID (lib/payments/submit-receipt.ts).`,
      );
      cite(submitted);
      demand(submitted.resultCode === '0', `submitPaymentReceipt was answered with ${tellCode(submitted.resultCode)}.`);
      const document = childOf(submitted.said, 'receiptDocument');
      const data = textAt(document, 'receiptData') ?? '';
      if (data === '') return fact('An empty receipt, which SEQR takes as the confirmation alone.');
      const mimeType = textAt(document, 'mimeType');
      demand(Boolean(mimeType), 'The receipt has no mimeType: say what receiptData is, such as text/html.');
      const html = Buffer.from(data, 'base64').toString('utf8');
      demand(html.includes(order.number), `The receipt does not name the order’s number ${order.number}.`);
      demand(html.includes(toDecimal(order.total)), `The receipt does not show the total ${toDecimal(order.total)}.`);
      demand(html.includes(ersReference), `The receipt does not print the ersReference ${ersReference}.`);
      fact(`${mimeType}, ${Buffer.byteLength(html)} bytes, names ${order.number}, the total and the ersReference.`);
    },
  },
];
