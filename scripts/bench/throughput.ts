import autocannon from 'autocannon';
import { startFloor, startShop } from './environment';
import { length } from './length';
import { residentMegabytes } from './resident-megabytes';
import { printTable } from './table';

const SECONDS = length(8, 1);
const ROUNDS = length(3, 1);
const CONNECTIONS = 16;

/**
 * Measures how many requests per second the shop's pages and a minimal static Next page answer. The pages take turns,
 * so that noise affects them all.
 */
export async function measureThroughput() {
  const [shop, floor] = [await startShop(), await startFloor()];
  const pages: [name: string, url: string][] = [
    ['bare Next, static list', `${floor.address}/`],
    ['front page', `${shop.address}/`],
    ['product page', `${shop.address}/products/stoneware-mug-morgon`],
  ];
  const rates = pages.map((): number[] => []);
  for (const [, url] of pages) await load(url, length(2, 1));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, url]] of pages.entries()) rates[index]?.push(await load(url, SECONDS));
  }
  const median = (numbers: readonly number[] = []) =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const base = median(rates[0]);
  const rows = pages.map(([name], index) => [
    name,
    Math.round(median(rates[index])),
    (median(rates[index]) / base).toFixed(2),
  ]);
  printTable(
    `Requests per second, ${CONNECTIONS} connections, median of ${ROUNDS}`,
    ['page', 'requests/s', 'of bare'],
    rows,
  );
  const memory = residentMegabytes(shop.pid);
  if (memory) console.log(`\n  The shop's memory afterwards: ${memory} MB`);
}

async function load(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: CONNECTIONS });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`);
  return requests.average;
}
