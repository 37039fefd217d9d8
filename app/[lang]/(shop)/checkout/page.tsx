import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { CheckoutChoices } from '@/components/shop/checkout-choices';
import { CheckoutContact } from '@/components/shop/checkout-contact';
import { CheckoutForm } from '@/components/shop/checkout-form';
import { CheckoutSummary } from '@/components/shop/checkout-summary';
import { LanguageButtons } from '@/components/shop/language-buttons';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { CART_COOKIE, parseCart } from '@/lib/cart/cart-cookie';
import { DRAFT_COOKIE, readCheckoutDraft } from '@/lib/checkout/draft';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { quoteOrder } from '@/lib/orders/quote';
import { seqrIsDown } from '@/lib/payments/breaker';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage();
  return pageMetadata({ language, path: '/checkout', title: getShopTexts(language).checkout.title });
}

export default async function CheckoutPage() {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  const m = messages.checkout;
  const jar = await cookies();
  const { checkoutKey, lines } = parseCart(jar.get(CART_COOKIE)?.value);
  if (checkoutKey === null) {
    return (
      <EmptyState title={m.empty} hint={m.emptyHint}>
        <Link href={localPath(language, '/orders')} className={buttonClass()}>
          {m.orders}
        </Link>
        <Link href={localPath(language, '/')} className={buttonClass('secondary')}>
          {messages.cart.browse}
        </Link>
      </EmptyState>
    );
  }
  // Both totals are in the page, so choosing a delivery needs neither a script nor the server.
  const [standard, express] = await Promise.all([
    quoteOrder(lines, 'standard', language),
    quoteOrder(lines, 'express', language),
  ]);
  const draft = readCheckoutDraft(jar.get(DRAFT_COOKIE)?.value);
  return (
    <div className="pt-8 lg:pt-12">
      <h1 className="text-title">{m.title}</h1>
      <CheckoutForm
        order={{ items: lines, checkoutKey, language }}
        totals={{ standard: standard.total.amount, express: express.total.amount }}
        problems={draft?.problems ?? []}
        texts={{ failed: m.failed, problemsTitle: m.problemsTitle, orders: m.orders }}
        ordersPath={localPath(language, '/orders')}
      >
        <div className="space-y-10">
          {seqrIsDown() && (
            <Notice tone="care" live="status">
              {m.seqrDown}
            </Notice>
          )}
          <CheckoutContact values={draft?.values ?? {}} language={language} messages={messages} />
          <CheckoutChoices
            options={standard.deliveryOptions}
            values={draft?.values ?? {}}
            language={language}
            messages={messages}
          />
        </div>
        <CheckoutSummary quotes={{ standard, express }} language={language} messages={messages} />
        <LanguageButtons language={language} />
      </CheckoutForm>
    </div>
  );
}
