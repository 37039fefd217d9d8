import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../shared/run.mjs';
import { browserPath, payInApp, placeOrder, startFloor, startShop } from './environment';
import { printTable, type Row } from './table';

const RUNS = 5;
const VERSION = 12; // 13 requires Node 22

/**
 * Measures mobile scores with Lighthouse, which npx runs with its default throttling. Of five runs per page, the one
 * with the median performance counts. Pages of one buyer set noindex, which lowers their SEO score.
 */
export async function measureLighthouse() {
  const [shop, floor] = await Promise.all([startShop(), startFloor()]);
  const [waiting, paid] = [await placeOrder(shop.address), await placeOrder(shop.address)];
  await payInApp(shop.address, paid.invoiceReference);
  const cart = `cart=${crypto.randomUUID()}~stoneware-mug-morgon.1`;
  const pages: [name: string, url: string][] = [
    ['bare Next', `${floor.address}/`],
    ['front page', `${shop.address}/`],
    ['category', `${shop.address}/categories/kitchen-table`],
    ['product', `${shop.address}/products/stoneware-mug-morgon`],
    ['cart', `${shop.address}/cart`],
    ['checkout', `${shop.address}/checkout`],
    ['payment page', shop.address + waiting.payUrl],
    ['receipt', shop.address + paid.payUrl.replace(/\/pay$/, '/receipt')],
  ];
  const rows: Row[] = [];
  for (const [name, url] of pages) {
    const reports: Report[] = [];
    for (let index = 0; index < RUNS; index++) reports.push(await audit(url, cart));
    reports.sort((a, b) => a.performance - b.performance);
    const median = reports[Math.floor(RUNS / 2)];
    if (!median) throw new Error('Lighthouse wrote no report');
    const { performance, accessibility, practices, seo, lcp, cls } = median;
    rows.push([name, performance, accessibility, practices, seo, `${(lcp / 1000).toFixed(2)} s`, cls.toFixed(3)]);
  }
  const head = ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP', 'CLS'];
  printTable(`Lighthouse ${VERSION}, mobile, median of ${RUNS}`, head, rows);
}

type Report = Record<'performance' | 'accessibility' | 'practices' | 'seo' | 'lcp' | 'cls', number>;

async function audit(url: string, cookie: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const output = join(folder, 'report.json');
  const flags = ['--headless=new', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const headers = JSON.stringify({ Cookie: cookie });
  try {
    await run(
      process.platform === 'win32' ? 'npx.cmd' : 'npx',
      ['--yes', `lighthouse@${VERSION}`, url, '--quiet', '--output=json', `--output-path=${output}`].concat(
        `--chrome-flags=${flags.join(' ')}`,
        `--extra-headers=${headers}`,
      ),
      { env: { CHROME_PATH: await browserPath() }, shell: process.platform === 'win32' },
    );
    const { categories, audits } = JSON.parse(readFileSync(output, 'utf8'));
    const score = (name: string) => Math.round(categories[name].score * 100);
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      practices: score('best-practices'),
      seo: score('seo'),
      lcp: audits['largest-contentful-paint'].numericValue,
      cls: audits['cumulative-layout-shift'].numericValue,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
