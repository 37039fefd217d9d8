import { registerTerminal } from '../admin/register-terminal';
import { actorOf, type Session } from '../admin/session';
import { startOutbox } from '../background/effects';
import { startWatcher } from '../background/payment-watcher';
import { isForSale } from '../catalogue/product';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { getOrder } from '../orders/get-order';
import { getCurrentOrder } from '../payments/get-current-order';
import { syncPayment } from '../payments/sync-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { closeDay } from '../reconciliation/close-day';
import { getPeriod, listLines } from '../reconciliation/view-period';
import { refundPayment } from '../refunds/refund-payment';
import { seqr } from '../seqr/from-config';

/**
 * The shop's functions that the certification calls. The shop's pages and commands call the same ones. The
 * certification's own tests replace some with broken ones.
 */
export function shopUnderTest(session: Session, notify: (request: Request) => Promise<Response>) {
  return {
    placeOrder,
    getOrder,
    /** What a buyer's open payment page does. */
    checkPayment: (paymentId: string) => syncPayment(paymentId, 'page'),
    /** The page at backURL. */
    openReceiptPage: getCurrentOrder,
    /** The route at notificationUrl. */
    notify,
    /** What a running shop does in the background: it checks open payments and carries out effects. */
    startBackground() {
      const parts = [startWatcher(), startOutbox()];
      return {
        stop: async () => {
          await Promise.all(parts.map((part) => part.stop()));
        },
      };
    },
    cancel: (orderId: string) => withdrawPayment(orderId, 'CANCELED', actorOf(session)),
    refund: refundPayment,
    closeDay,
    getPeriod,
    listLines,
    registerTerminal: (fields: { externalId: string; name: string; password: string }) =>
      registerTerminal(session, fields),
    assignSeqrId: (seqrId: string) => seqr().assignSeqrId({ seqrId }),
    unregisterTerminal: () => seqr().unregisterTerminal(),
    listGoods: () =>
      db().read.product.findMany({
        where: { ...isForSale(), stock: { gt: 3 } },
        orderBy: { price: 'asc' },
        select: { slug: true, vatRate: true, price: true },
      }),
    newKey: (): string => newUuid(),
  };
}

export type Shop = ReturnType<typeof shopUnderTest>;
