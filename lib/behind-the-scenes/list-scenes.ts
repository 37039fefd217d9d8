import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { log } from '../log';
import { formatOrderNumber } from '../orders/get-order';
import { clientInvoiceId } from '../payments/compose-invoice';
import { listSeqrScenes } from './list-seqr-scenes';
import { listShopScenes, ofShop } from './list-shop-scenes';
import type { Scene } from './scene';

export type OrderScenes = {
  /** The order's number as people see it. */
  readonly number: string;
  /** Oldest first. */
  readonly scenes: readonly Scene[];
  /** False if the sandbox did not answer, so that its part is missing. */
  readonly isComplete: boolean;
  /** Whether more scenes may follow soon. */
  readonly isLive: boolean;
};

const QUIET_AFTER_MS = 60_000;

/** Everything that the shop and SEQR did about an order. Null if there is no such order. The caller checks access. */
export async function listScenes(orderId: string): Promise<OrderScenes | null> {
  const order = await db().read.order.findUnique({ where: { id: orderId }, select: ofShop });
  if (!order) return null;
  const subjects = [orderId, ...[...order.payments, ...order.refunds].map(({ id }) => id)];
  const effects = await db().read.outbox.findMany({
    where: { subjectId: { in: subjects } },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, createdAt: true, doneAt: true, failure: true, nextAt: true },
  });
  const fromSeqr = await readFromSandbox(order);
  const scenes = [...(fromSeqr ?? []), ...listShopScenes(order, effects)]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((scene) => hideKey(scene, orderId));
  const latest = scenes.at(-1)?.at.getTime() ?? 0;
  const isQuiet = now().getTime() - latest > QUIET_AFTER_MS && effects.every(({ nextAt }) => nextAt === null);
  return {
    number: formatOrderNumber(order.number),
    scenes,
    isComplete: fromSeqr !== null,
    isLive: (order.state === 'PENDING' && order.payments.length > 0) || !isQuiet,
  };
}

type Invoiced = {
  readonly number: number;
  readonly payments: readonly { attempt: number; invoiceReference: string | null }[];
};

async function readFromSandbox(order: Invoiced): Promise<Scene[] | null> {
  const { terminalId } = config().seqr;
  const ofAttempt = ({ attempt, invoiceReference }: Invoiced['payments'][number]) =>
    listSeqrScenes({ invoiceReference, clientInvoiceId: clientInvoiceId(order, { attempt }) }, terminalId);
  try {
    return (await Promise.all(order.payments.map(ofAttempt))).flat();
  } catch (error) {
    log.warn({ err: error }, 'behind the scenes: the sandbox’s messages could not be read');
    return null;
  }
}

/**
 * Hides the order's id, which SEQR's messages contain in addresses. Anyone with the id may see the order, and readers
 * share screenshots.
 */
function hideKey(scene: Scene, orderId: string): Scene {
  if (scene.kind !== 'message') return scene;
  const { request, response } = scene.exchange;
  const hide = (xml: string) => xml.replaceAll(orderId, '***');
  return { ...scene, exchange: { ...scene.exchange, request: hide(request), response: hide(response) } };
}
