import type { BrowserContext } from 'playwright';
import { openBrowser, placeOrder, startFloor, startShop } from './environment';
import { fullOrShort } from './length';
import { printTable, type Row } from './table';

/**
 * Measures the kilobytes that a phone receives, gzipped, on a first visit. The column for JavaScript leaves out HTTP
 * headers; the column for all files includes them.
 */
export async function measurePages() {
  const [shop, floor] = await Promise.all([startShop(), startFloor()]);
  const browser = await openBrowser();
  const { payUrl } = await placeOrder(shop.address);
  const cart = `${crypto.randomUUID()}~stoneware-mug-morgon.1`;
  const pages: [name: string, url: string][] = [
    ['bare Next', `${floor.address}/`],
    ['front page', `${shop.address}/`],
    ['category', `${shop.address}/categories/kitchen-table`],
    ['search', `${shop.address}/search?q=honey`],
    ['product', `${shop.address}/products/stoneware-mug-morgon`],
    ['cart', `${shop.address}/cart`],
    ['checkout', `${shop.address}/checkout`],
    ['payment page', shop.address + payUrl],
  ];
  const rows: Row[] = [];
  for (const [name, url] of fullOrShort(pages, pages.slice(-1))) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
    await context.addCookies([{ name: 'cart', value: cart, url: shop.address }]);
    const { script, total, requests } = await weigh(context, url);
    rows.push([name, (script / 1000).toFixed(1), (total / 1000).toFixed(1), requests]);
    await context.close();
  }
  printTable('First load on a phone, kB as sent', ['page', 'JavaScript', 'all', 'requests'], rows);
}

async function weigh(context: BrowserContext, url: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const types = new Map<string, string>();
  const sum = { script: 0, total: 0, requests: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, response.mimeType.includes('javascript') ? 'script' : type);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'script') sum.script += encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum.requests += 1;
    sum.total += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle').catch(() => {});
  return sum;
}
