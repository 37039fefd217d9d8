import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { privateMetadata } from '@/app/[lang]/page-metadata';
import { currentVisitor } from '@/app/[lang]/visitor';
import { ScenesPage } from '@/components/behind-the-scenes/scenes-page';
import { getOwnScenes } from '@/lib/behind-the-scenes/get-own-scenes';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import { notePageOpen } from '@/lib/orders/order-changes';
import { orderPath } from '@/lib/orders/order-urls';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata(getBehindTheScenesTexts(await pageLanguage()).title);
}

/** The messages and steps of the visitor's own order. For anybody else, the page does not exist. */
export default async function BehindTheScenesPage({ params }: { params: Promise<{ id: string }> }) {
  const [language, { id }] = [await pageLanguage(), await params];
  const order = (await getOwnScenes(id, await currentVisitor())) ?? notFound();
  if (order.isLive) notePageOpen(id);
  return (
    <div className="max-w-3xl pt-8 lg:pt-12">
      <ScenesPage order={order} back={orderPath(id, language)} language={language} />
    </div>
  );
}
