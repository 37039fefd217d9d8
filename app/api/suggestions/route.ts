import { orUnavailable } from '@/app/or-unavailable';
import { formatListPrice } from '@/lib/catalogue/format-list-price';
import { clientAddress } from '@/lib/http/client-address';
import { jsonResponse } from '@/lib/http/json-response';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { isServedLanguage, localPath } from '@/lib/i18n/languages';
import { suggestProducts } from '@/lib/search/search-products';
import { withoutSoftHyphens } from '@/lib/typed-text';

export const dynamic = 'force-dynamic';

/** Long enough for a buyer who corrects a typed word and so requests suggestions for the same text again. */
const CACHE_SECONDS = 5;

/** At most six products for the text `q`, for the search field. */
export const GET = orUnavailable(async (request: Request) => {
  const wait = await consumePoint('search', clientAddress(request));
  if (wait > 0) return tooManyRequests(wait, 'Suggestions were requested too often. Try again later.');
  const query = new URL(request.url).searchParams;
  const language = query.get('language') ?? 'en';
  if (!isServedLanguage(language)) {
    const message = 'The shop has no such language. Send one of the languages of its pages.';
    return jsonResponse({ error: 'language', message }, { status: 400 });
  }
  const products = await suggestProducts(language, query.get('q') ?? '');
  const { from } = getShopTexts(language).product;
  const suggestions = products.map((product) => ({
    path: localPath(language, `/products/${product.slug}`),
    name: withoutSoftHyphens(product.name),
    image: product.image,
    price: formatListPrice(product, language, from),
  }));
  return jsonResponse({ suggestions }, { headers: { 'Cache-Control': `public, max-age=${CACHE_SECONDS}` } });
});
