import { orUnavailable } from '@/app/or-unavailable';
import { clientAddress } from '@/lib/http/client-address';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { isServedLanguage, localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { suggestProducts } from '@/lib/search/search-products';
import { withoutSoftHyphens } from '@/lib/typed-text';

export const dynamic = 'force-dynamic';

/** Typing a word and correcting it asks for the same text again. */
const CACHE_SECONDS = 5;

/** At most six products for the text `q`, for the search field. */
export const GET = orUnavailable(async (request: Request) => {
  const wait = await consumePoint('search', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'Suggestions were requested too often. Try again later.');
  const query = new URL(request.url).searchParams;
  const language = query.get('language') ?? 'en';
  if (!isServedLanguage(language)) {
    const message = 'The shop has no such language. Send one of the languages of its pages.';
    return Response.json({ error: 'language', message }, { status: 400 });
  }
  const products = await suggestProducts(language, query.get('q') ?? '');
  const suggestions = products.map(({ slug, name, image, price }) => ({
    path: localPath(language, `/products/${slug}`),
    name: withoutSoftHyphens(name),
    image,
    price: formatMoney(price, language),
  }));
  return Response.json({ suggestions }, { headers: { 'Cache-Control': `public, max-age=${CACHE_SECONDS}` } });
});
