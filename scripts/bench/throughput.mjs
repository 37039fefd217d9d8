import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { startFloor, startShop } from './environment.mjs';
import { printTable } from './table.mjs';

const SECONDS = 8;
const ROUNDS = 3;
const CONNECTIONS = 16;

/** Requests a second of shop pages against a bare static Next page, in turn, so that a noisy machine is noisy for both. */
export async function measureThroughput() {
  const [shop, floor] = [await startShop(), await startFloor()];
  const pages = [
    ['bare Next, static list', `${floor.address}/`],
    ['front page', `${shop.address}/`],
    ['product page', `${shop.address}/products/stoneware-mug-morgon`],
  ];
  const rates = pages.map(() => []);
  for (const [, url] of pages) await load(url, 2);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, url]] of pages.entries()) rates[index].push(await load(url, SECONDS));
  }
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const base = median(rates[0]);
  const rows = pages.map(([name], index) => [
    name,
    Math.round(median(rates[index])),
    (median(rates[index]) / base).toFixed(2),
  ]);
  printTable(
    `Requests a second, ${CONNECTIONS} connections, median of ${ROUNDS}`,
    ['page', 'requests/s', 'of bare'],
    rows,
  );
  const memory = residentMegabytes(shop.pid);
  if (memory) console.log(`\n  The shop's memory afterwards: ${memory} MB`);
}

async function load(url, duration) {
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: CONNECTIONS });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`);
  return requests.average;
}

/** Of the process and its children; Linux only. */
function residentMegabytes(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    const own = (id) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    return Math.round(children.reduce((sum, id) => sum + own(id), 0));
  } catch {
    return undefined;
  }
}
