import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { privateMetadata } from '@/app/[lang]/page-metadata';
import { currentVisitor } from '@/app/[lang]/visitor';
import { WhatIfOutcome } from '@/components/behind-the-scenes/what-if-outcome';
import { PayClosed } from '@/components/shop/pay-closed';
import { PayHeld } from '@/components/shop/pay-held';
import { ReceiptContent } from '@/components/shop/receipt-content';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { getCurrentOrder } from '@/lib/payments/get-current-order';
import { getOutcome } from '@/lib/what-if/get-outcome';

interface Props {
  params: Promise<{ id: string }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata(getShopTexts(await pageLanguage()).receipt.title);
}

export default async function ReceiptPage({ params }: Props) {
  const [language, { id }] = [await pageLanguage(), await params];
  const messages = getShopTexts(language);
  const order = await getCurrentOrder(id);
  if (!order) notFound();
  if (order.state === 'CANCELED' || order.state === 'EXPIRED') {
    return <PayClosed order={order} state={order.state} language={language} messages={messages} />;
  }
  if (order.state === 'PENDING' && order.held?.outcome === null) {
    return <PayHeld order={order} held={order.held} messages={messages} />;
  }
  const outcome = await getOutcome(id, await currentVisitor());
  return (
    <ReceiptContent order={order} language={language} messages={messages}>
      {outcome && <WhatIfOutcome outcome={outcome} language={language} />}
    </ReceiptContent>
  );
}
