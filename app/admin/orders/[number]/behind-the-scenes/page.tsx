import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ScenesPage } from '@/components/behind-the-scenes/scenes-page';
import { getOrderScenes } from '@/lib/admin/get-order-scenes';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import { pageTexts, requireAnySession } from '../../../request';
import { type OrderParams, orderPath, requireOrder } from '../order';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await pageTexts();
  return { title: getBehindTheScenesTexts(language).title };
}

/** An order's messages and steps. Answers 404 unless BEHIND_THE_SCENES is on. */
export default async function OrderScenesPage({ params }: { params: Promise<OrderParams> }) {
  const { number } = await params;
  const session = await requireAnySession(`${orderPath(encodeURIComponent(number))}/behind-the-scenes`);
  const [{ language }, order] = await Promise.all([pageTexts(), requireOrder(session, { number })]);
  const scenes = (await getOrderScenes(session, order)) ?? notFound();
  return (
    <div className="max-w-3xl">
      <ScenesPage order={scenes} back={orderPath(order.number)} language={language} />
    </div>
  );
}
