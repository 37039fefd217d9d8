import { assert, type CertificationTest } from '../check';
import { checkPayment, formatResultCode, invoiceToPay, place, statusOf } from '../place';
import { childOf, textAt, until } from '../wire';

const chapter = '4 cancelInvoice';

export const cancelTests: CertificationTest[] = [
  {
    id: '4.1',
    title: 'a new invoice is checked, then cancelled by the shop',
    chapter,
    from: 'seqr',
    async run(context, { fact }) {
      const placed = await place(context, 1);
      await checkPayment(context, placed);
      await context.shop.cancel(placed.orderId);
      const call = context.wire.of('cancelInvoice', { invoiceReference: placed.reference }).at(-1);
      assert(
        call !== undefined,
        'The shop closed the order without cancelInvoice, so it can still be paid: cancel the invoice first.',
      );
      assert(call.resultCode === '0', `cancelInvoice got ${formatResultCode(call.resultCode)}.`);
      const order = await context.shop.getOrder(placed.orderId);
      assert(order?.state === 'CANCELED', `SEQR cancelled the invoice, but the order is ${order?.state}.`);
      fact(`Invoice ${placed.reference} and order ${order.number} cancelled.`);
    },
  },
  {
    id: '4.2',
    title: 'the payer cancels and returns by backURL: the page shows the actual status',
    chapter,
    from: 'beyond',
    source: 'SEQR manual 2.4.2.1',
    async run(context, { fact }) {
      const { payer, limits, shop, wire } = context;
      const placed = await place(context, 1);
      const backUrl = textAt(childOf(placed.sent.requestContent, 'invoice'), 'backURL') ?? '';
      assert(backUrl.includes(placed.orderId), 'backURL does not point to this order’s page.');
      await payer.cancel(invoiceToPay(placed));
      const patience = payer.isAutomatic ? limits.patienceSeconds : limits.personSeconds;
      const seen = await until(async () => {
        const page = await shop.openReceiptPage(placed.orderId);
        return page?.payment?.state === 'ISSUED' ? undefined : (page ?? undefined);
      }, patience * 1000);
      payer.done();
      assert(
        seen !== undefined,
        'The payer cancelled, but the page at backURL still waits: call getPaymentStatus when it is opened.',
      );
      assert(
        seen.state !== 'PAID' && seen.payment?.state === 'CANCELED',
        `The payer cancelled, but the page at backURL shows ${seen.state}: the address is the same for paid and cancelled, so rely only on SEQR’s answer.`,
      );
      const last = wire.of('getPaymentStatus', { invoiceReference: placed.reference }).at(-1);
      fact(`SEQR reports ${last ? statusOf(last) : 'nothing'}; order ${seen.number} can be paid again.`);
    },
  },
];
