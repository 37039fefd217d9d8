import { notFound, redirect } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { getOrder } from '@/lib/orders/get-order';
import { nextPath, receiptPath } from '@/lib/orders/order-urls';

export const dynamic = 'force-dynamic';

/** Redirects to the order's payment page or receipt, depending on its state. */
export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const order = await getOrder(id);
  if (!order) notFound();
  const language = await pageLanguage();
  redirect(order.state === 'PENDING' ? nextPath(id, order.paymentMethod, language) : receiptPath(id, language));
}
