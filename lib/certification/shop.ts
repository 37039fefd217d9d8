import { registerTerminal } from '../admin/register-terminal';
import type { Session } from '../admin/session';
import { isForSale } from '../catalogue/product';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { getOrder } from '../orders/get-order';
import { getCurrentOrder } from '../payments/get-current-order';
import { refundPayment } from '../payments/refund-payment';
import { syncPayment } from '../payments/sync-payment';
import { startWatcher } from '../payments/watcher';
import { withdrawPayment } from '../payments/withdraw-payment';
import { closeDay } from '../reconciliation/close-day';
import { getPeriod, listLines } from '../reconciliation/view-period';
import { seqr } from '../seqr/from-config';

/**
 * The shop as the certification uses it: its own functions, the ones that its pages and commands call. The tests of
 * the certification put broken ones in their place.
 */
export function theShop(session: Session, notify: (request: Request) => Promise<Response>) {
  return {
    placeOrder,
    getOrder,
    /** What a buyer's open payment page leads to. */
    ask: (paymentId: string) => syncPayment(paymentId, 'page'),
    /** What stands behind backURL. */
    openReceiptPage: getCurrentOrder,
    /** The route that SEQR's notificationUrl leads to. */
    notify,
    startWatcher,
    cancel: (orderId: string) => withdrawPayment(orderId, 'CANCELED', 'merchant'),
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
    newKey: newUuid as () => string,
  };
}

export type Shop = ReturnType<typeof theShop>;
