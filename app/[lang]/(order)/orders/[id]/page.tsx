import { notFound, redirect } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { localPath } from '@/lib/i18n/languages';
import { getOrder } from '@/lib/orders/get-order';

export const dynamic = 'force-dynamic';

/** An order's bare address leads to what can be done with it. */
export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) notFound();
  const toPay = order.state === 'PENDING' && order.paymentMethod === 'seqr';
  redirect(localPath(await pageLanguage(), `/orders/${id}/${toPay ? 'pay' : 'receipt'}`));
}
