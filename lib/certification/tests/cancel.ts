import { ask, billOf, place, statusOf, tellCode } from '../place';
import { type CertificationTest, demand } from '../test';
import { childOf, textAt, until } from '../wire';

const chapter = '4 cancelInvoice';

export const cancelTests: CertificationTest[] = [
  {
    id: '4.1',
    title: 'a new invoice, asked for, then withdrawn by the shop',
    chapter,
    from: 'seqr',
    async run(course, { fact }) {
      const placed = await place(course, 1);
      await ask(course, placed);
      await course.shop.cancel(placed.orderId);
      const call = course.wire.of('cancelInvoice', { invoiceReference: placed.reference }).at(-1);
      demand(
        call !== undefined,
        'The shop gave the order up without cancelInvoice, so somebody could still pay it: withdraw the invoice first.',
      );
      demand(call.resultCode === '0', `cancelInvoice was answered with ${tellCode(call.resultCode)}.`);
      const order = await course.shop.getOrder(placed.orderId);
      demand(order?.state === 'CANCELED', `SEQR has withdrawn the invoice, but the order is ${order?.state}.`);
      fact(`Invoice ${placed.reference} withdrawn, order ${order.number} canceled.`);
    },
  },
  {
    id: '4.2',
    title: 'the payer cancels and comes back by backURL: the page says the truth',
    chapter,
    from: 'more',
    source: 'SEQR manual 2.4.2.1',
    async run(course, { fact }) {
      const { payer, limits, shop, wire } = course;
      const placed = await place(course, 1);
      const backUrl = textAt(childOf(placed.sent.said, 'invoice'), 'backURL') ?? '';
      demand(backUrl.includes(placed.orderId), 'backURL does not lead to this order’s page.');
      await payer.cancel(billOf(placed));
      const patience = payer.isPrompt ? limits.patienceSeconds : limits.personSeconds;
      const seen = await until(async () => {
        const page = await shop.openReceiptPage(placed.orderId);
        return page?.payment?.state === 'ISSUED' ? undefined : (page ?? undefined);
      }, patience * 1000);
      payer.done();
      demand(
        seen !== undefined,
        'The payer canceled, but the page behind backURL still waits: it must ask getPaymentStatus itself when it is opened.',
      );
      demand(
        seen.state !== 'PAID' && seen.payment?.state === 'CANCELED',
        `The payer canceled, but the page behind backURL says ${seen.state}: the address is the same for paid and canceled, so only SEQR’s answer counts.`,
      );
      const heard = wire.of('getPaymentStatus', { invoiceReference: placed.reference }).at(-1);
      fact(`SEQR says ${heard ? statusOf(heard) : 'nothing'}; order ${seen.number} can be paid anew.`);
    },
  },
];
