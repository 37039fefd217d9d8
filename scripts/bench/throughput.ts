import autocannon from 'autocannon';
import { startFloor, startShop } from './environment';
import { fullOrShort, isShort } from './length';
import { residentMegabytes } from './resident-megabytes';
import { median, printTable } from './table';

const WARM_UP_SECONDS = 5;
const SECONDS = 8;
const ROUNDS = fullOrShort(3, 1);
const CONNECTIONS = 16;
/** In seconds: autocannon rounds to this. */
const SHORTEST = 0.01;
const BARE = 'bare Next, static list';

type Page = { readonly name: string; readonly url: string; readonly gzip?: boolean };

/**
 * Measures how many requests per second the shop's pages and a minimal static Next page answer. The pages take turns,
 * so that noise affects them all.
 */
export async function measureThroughput() {
  const [shop, floor] = await Promise.all([startShop(), startFloor()]);
  const product = '/products/stoneware-mug-morgon';
  const pages: Page[] = [
    { name: BARE, url: `${floor.address}/` },
    { name: 'front page', url: `${shop.address}/` },
    { name: 'product page', url: shop.address + product },
    { name: 'product page in Swedish, which needs no rewrite', url: `${shop.address}/sv${product}` },
    { name: 'product page with a query, answered by Next', url: `${shop.address}${product}?ref=bench` },
    { name: `${BARE}, gzip`, url: `${floor.address}/`, gzip: true },
    { name: 'product page, gzip', url: shop.address + product, gzip: true },
  ];
  const rates = pages.map((): number[] => []);
  if (!isShort) for (const page of pages) await load(page, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, page] of pages.entries()) rates[index]?.push(await load(page, SECONDS));
  }
  const base = median(rates[0]);
  const compressedBase = median(rates[pages.findIndex(({ gzip }) => gzip)]);
  const rows = pages.map(({ name, gzip }, index) => {
    const rate = median(rates[index]);
    return [name, Math.round(rate), (rate / base).toFixed(2), gzip ? (rate / compressedBase).toFixed(2) : ''];
  });
  printTable(
    `Requests per second, ${CONNECTIONS} connections, median of ${ROUNDS}`,
    ['page', 'requests/s', 'of bare', 'of bare with gzip'],
    rows,
  );
  const memory = residentMegabytes(shop.pid);
  if (memory) console.log(`\n  The shop's memory afterwards: ${memory} MB`);
}

async function load({ url, gzip = false }: Page, seconds: number): Promise<number> {
  const headers = gzip ? { 'accept-encoding': 'gzip' } : {};
  // A number of requests also succeeds on a machine that answers none within a second.
  const amount = isShort ? { amount: 2 * CONNECTIONS } : { duration: seconds };
  const { requests, duration, non2xx, errors } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    ...amount,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`);
  return requests.total / Math.max(duration, SHORTEST);
}
