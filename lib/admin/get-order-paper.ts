import { getShopTexts } from '../i18n/get-shop-texts';
import { canPack } from '../orders/allowed-actions';
import { type LabelSize, renderAddressLabel } from '../receipts/render-address-label';
import { renderPackingSlip } from '../receipts/render-packing-slip';
import { getOrderDetails, type OrderDetails } from './get-order-details';
import type { Session } from './session';

/**
 * A document to print, as PDF. `no-font`: a character has no font, so the order's page is printed instead. Null: there
 * is no such order, or it has nothing to ship.
 */
type Paper = { readonly filename: string; readonly content: Buffer } | 'no-font' | null;

/**
 * The packing slip, without units that are refunded or being refunded. Shows each product's article number, or
 * its slug if it has none.
 */
export async function getPackingSlip(session: Session, number: number): Promise<Paper> {
  const order = await getPackable(session, number);
  if (!order) return null;
  const lines = order.lines
    .filter(({ kind }) => kind === 'PRODUCT')
    .map(({ slug, sku, name, quantity, refunded }) => ({ slug: sku ?? slug, name, quantity: quantity - refunded }))
    .filter(({ quantity }) => quantity > 0);
  const content = await renderPackingSlip({ ...order, number: order.displayNumber, lines });
  return toPaper(content, getShopTexts(order.language).papers.packingSlip.fileName(order.displayNumber));
}

export async function getAddressLabel(session: Session, number: number, size: LabelSize): Promise<Paper> {
  const order = await getPackable(session, number);
  if (!order) return null;
  const content = await renderAddressLabel({ ...order, number: order.displayNumber }, size);
  return toPaper(content, getShopTexts(order.language).papers.label.fileName(order.displayNumber));
}

async function getPackable(session: Session, number: number): Promise<OrderDetails | null> {
  const order = await getOrderDetails(session, number);
  return order && canPack(order) ? order : null;
}

function toPaper(content: Buffer | null, filename: string): Paper {
  return content ? { filename, content } : 'no-font';
}
