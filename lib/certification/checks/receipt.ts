import { toDecimal } from '../../money';
import { assert, type CertificationTest, NotRun, need } from '../check';
import { formatResultCode } from '../place';
import { childOf, textAt, until } from '../wire';

const chapter = '3 submitPaymentReceipt';

export const receiptTests: CertificationTest[] = [
  {
    id: '3.1',
    title: 'after PAID, the shop submits its receipt',
    chapter,
    from: 'seqr',
    async run({ shop, wire, memory, limits }, { fact, cite }) {
      const placed = need(memory.one, '1.1');
      const order = await shop.getOrder(placed.orderId);
      const ersReference = order?.payment?.ersReference;
      if (!order || !ersReference) throw new NotRun('Not run, because it depends on test 2.4, which failed.');
      const submitted = await until(
        () => wire.of('submitPaymentReceipt', { ersReference }).at(-1),
        limits.patienceSeconds * 1000,
      );
      assert(
        submitted !== undefined,
        `The order is paid, but no receipt was submitted for ${ersReference}: call submitPaymentReceipt after PAID (lib/payments/submit-receipt.ts).`,
      );
      cite(submitted);
      assert(submitted.resultCode === '0', `submitPaymentReceipt got ${formatResultCode(submitted.resultCode)}.`);
      const document = childOf(submitted.requestContent, 'receiptDocument');
      const data = textAt(document, 'receiptData') ?? '';
      if (data === '') return fact('An empty receipt, which SEQR accepts as a bare confirmation.');
      const mimeType = textAt(document, 'mimeType');
      assert(Boolean(mimeType), 'The receipt has no mimeType: set it to the type of receiptData, such as text/html.');
      const html = Buffer.from(data, 'base64').toString('utf8');
      assert(html.includes(order.number), `The receipt does not name the order’s number ${order.number}.`);
      assert(html.includes(toDecimal(order.total)), `The receipt does not show the total ${toDecimal(order.total)}.`);
      assert(html.includes(ersReference), `The receipt does not print the ersReference ${ersReference}.`);
      fact(`${mimeType}, ${Buffer.byteLength(html)} bytes, names ${order.number}, the total and the ersReference.`);
    },
  },
];
