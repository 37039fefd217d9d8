import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { openBrowser, startFloor, startShop } from './environment';
import { fullOrShort } from './length';
import { median, printTable } from './table';

const RUNS = fullOrShort(15, 1);
/** A quick visitor clicks this long after the page has loaded, when not everything is prefetched yet. */
const SOON_MS = 250;
/** Stands for a click before the page was ready, which loaded a new document. */
const RELOADED = Number.POSITIVE_INFINITY;

type Site = { readonly name: string; readonly list: string; readonly link: string };

/**
 * Measures the time from a click on a link of a list to the painted page, beside a bare Next app: with everything prefetched,
 * and soon after the page has loaded. Each click is the first of a new browser context.
 */
export async function measureNavigation() {
  const [shop, floor, browser] = await Promise.all([startShop(), startFloor(), openBrowser()]);
  const sites: Site[] = [
    {
      name: 'category → product',
      list: `${shop.address}/categories/kitchen-table`,
      link: 'main a[href*="/products/"]',
    },
    { name: 'bare Next, list → page', list: `${floor.address}/list`, link: 'main a[href*="/list/"]' },
  ];
  const times = sites.map((): Record<'prefetched' | 'soon', number[]> => ({ prefetched: [], soon: [] }));
  for (const site of sites) await clickAfterLoad(browser, site, prefetched); // not counted: renders and compiles the pages
  for (let run = 0; run < RUNS; run++) {
    for (const [index, site] of sites.entries()) {
      times[index]?.prefetched.push(await clickAfterLoad(browser, site, prefetched));
      times[index]?.soon.push(await clickAfterLoad(browser, site, soon));
    }
  }
  const inMs = (value: number) => (value === RELOADED ? 'reloaded' : `${value.toFixed(0)} ms`);
  const rows = (['prefetched', 'soon'] as const).map((kind) => {
    const [ours = Number.NaN, bare = Number.NaN] = times.map((each) => median(each[kind]));
    const ratio = Number.isFinite(ours) && Number.isFinite(bare) ? (ours / bare).toFixed(1) : '–';
    return [kind === 'soon' ? `${SOON_MS} ms after load` : kind, inMs(ours), inMs(bare), ratio];
  });
  printTable(
    `Click → page painted without a reload, median of ${RUNS}`,
    ['click', ...sites.map(({ name }) => name), 'ratio'],
    rows,
  );
}

async function clickAfterLoad(browser: Browser, { list, link }: Site, ready: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(list, { waitUntil: 'load' });
    await ready(page);
    return await page.evaluate(click, link).catch((error: unknown) => {
      if (page.url() === list) throw error;
      return RELOADED;
    });
  } finally {
    await context.close();
  }
}

const prefetched = (page: Page) => page.waitForLoadState('networkidle');

/** Counts from the end of the load event, so that the driver's own time is not added. */
async function soon(page: Page): Promise<void> {
  const left = await page.evaluate((wanted) => {
    const [load] = performance.getEntriesByType('navigation');
    return load instanceof PerformanceNavigationTiming ? wanted - (performance.now() - load.loadEventEnd) : 0;
  }, SOON_MS);
  await pause(Math.max(0, left));
}

/** Runs in the page: clicks the link and returns the milliseconds until the new heading is painted. */
function click(link: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const before = document.querySelector('h1')?.textContent;
    const target = document.querySelector<HTMLElement>(link);
    if (!target) return reject(new Error(`no ${link}`));
    const started = performance.now();
    new MutationObserver(() => {
      const heading = document.querySelector('h1')?.textContent;
      if (!heading || heading === before) return;
      requestAnimationFrame(() => resolve(performance.now() - started));
    }).observe(document, { childList: true, subtree: true, characterData: true });
    target.click();
  });
}
