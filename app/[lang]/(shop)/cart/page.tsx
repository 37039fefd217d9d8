import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { CartLines } from '@/components/shop/cart-lines';
import { quoteProblemMessage } from '@/components/shop/line-problem';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { CART_COOKIE, parseCart } from '@/lib/cart/cart-cookie';
import { problemMessage } from '@/lib/cart/problem-message';
import { readProblemQuery } from '@/lib/cart/problem-query';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { quoteOrder } from '@/lib/orders/quote';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage();
  return pageMetadata({ language, path: '/cart', title: getShopTexts(language).cart.title });
}

export default async function CartPage({ searchParams }: Props) {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  const m = messages.cart;
  const { lines } = parseCart((await cookies()).get(CART_COOKIE)?.value);
  const quote = await quoteOrder(lines, 'standard', language);
  // The problem that /api/cart reported to a browser without JavaScript.
  const problem = readProblemQuery(await searchParams);
  const refused = problem && { slug: problem.slug, message: problemMessage(problem, messages) };
  if (quote.lines.length === 0) {
    return (
      <EmptyState title={m.empty} hint={refused?.message ?? m.emptyHint} picture="/illustrations/empty-cart.svg">
        <Link href={localPath(language, '/')} className={buttonClass()}>
          {m.browse}
        </Link>
      </EmptyState>
    );
  }
  const isAtLine = quote.lines.some((line) => line.slug === refused?.slug);
  return (
    <div className="grid gap-10 pt-8 lg:grid-cols-[1fr_22rem] lg:gap-16 lg:pt-12">
      <div>
        <h1 className="text-title">{m.title}</h1>
        {refused && !isAtLine && (
          <div className="mt-5">
            <Notice tone="problem" live="alert">
              {refused.message}
            </Notice>
          </div>
        )}
        <CartLines lines={quote.lines} refused={refused} language={language} messages={messages} />
      </div>
      <aside className="h-fit rounded-tile bg-sunken p-6 lg:sticky lg:top-6 lg:mt-16">
        <p className="flex items-baseline justify-between gap-4">
          <span>{m.subtotal}</span>
          <span className="font-display text-2xl font-semibold tabular-nums">{formatMoney(quote.goods, language)}</span>
        </p>
        <p className="mt-1 text-sm text-muted">{m.deliveryFrom(formatMoney(quote.delivery, language))}</p>
        {quote.ok ? (
          <Link
            href={localPath(language, '/checkout')}
            prefetch={false}
            className={buttonClass('primary', 'mt-5 w-full')}
          >
            {m.checkout}
          </Link>
        ) : (
          <div className="mt-5">
            <Notice tone="problem">{quoteProblemMessage(quote, language, messages)}</Notice>
          </div>
        )}
      </aside>
    </div>
  );
}
