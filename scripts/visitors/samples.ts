// What grows if the demonstration leaks: memory, pages of the databases, open files, rows.
import { readdirSync } from 'node:fs';
import { residentMegabytes } from '../bench/resident-megabytes';
import type { ShopBooks } from './books';

export type Sample = ReturnType<typeof takeSample>;

/** From this minute on, orders are deleted as fast as new ones are placed: after DEMO_KEEP and a closing of the day. */
const WARM_FROM = 12;
const COMPARED_MINUTES = 4;
/** The growth that is allowed, because the garbage collector makes memory vary. */
const MEMORY_GROWTH = { share: 1.2, megabytes: 40 };
const PAGES_GROWTH = { share: 1.25, pages: 100 };
const FILES_GROWTH = 20;
/** The seed's largest stock, which is more than a restocking adds. */
const HIGHEST_STOCK = 250;
const RESTOCKED_WITHIN_MS = 60_000;

export function takeSample(minute: number, pid: number | undefined, books: ShopBooks) {
  return {
    minute,
    memory: residentMegabytes(pid) ?? Number.NaN,
    files: countFiles(pid),
    ...books.read(),
    soldOut: books.soldOut(),
    highestStock: books.highestStock(),
    unitsOfNobody: books.unitsOfNobody(),
  };
}

function countFiles(pid: number | undefined): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return Number.NaN;
  }
}

const columns = [
  ['minute', 'minute'],
  ['MB', 'memory'],
  ['files', 'files'],
  ['shop pages', 'shopPages'],
  ['sandbox pages', 'sandboxPages'],
  ['orders', 'orders'],
  ['open', 'openPayments'],
  ['queued', 'queued'],
  ['mails', 'mails'],
  ['invoices', 'invoices'],
  ['payers', 'payers'],
  ['messages', 'messages'],
  ['most units', 'highestStock'],
] as const satisfies readonly (readonly [string, keyof Sample])[];

export function printHead(): void {
  console.log(`\n  ${[...columns.map(([name]) => name), 'sold out'].join('  ')}`);
}

export function printSample(sample: Sample): void {
  const cells = columns.map(([name, key]) => String(sample[key]).padStart(name.length));
  console.log(`  ${[...cells, String(sample.soldOut.length).padStart('sold out'.length)].join('  ')}`);
}

/** Returns what has grown between the first minutes after the warm-up and the last ones, in words. */
export function compareSamples(samples: readonly Sample[]): string[] {
  const warm = samples.filter(({ minute }) => minute >= WARM_FROM);
  const [first, last] = [warm.slice(0, COMPARED_MINUTES), warm.slice(-COMPARED_MINUTES)];
  if (warm.length < 2 * COMPARED_MINUTES) {
    return [`The run is too short to compare: it needs ${WARM_FROM + 2 * COMPARED_MINUTES} minutes.`];
  }
  const meanOf = (some: readonly Sample[], key: 'memory' | 'files' | 'shopPages' | 'sandboxPages' | 'orders') =>
    Math.round(some.reduce((sum, sample) => sum + sample[key], 0) / some.length);
  // A machine that becomes faster serves more visitors, whose orders are kept for DEMO_KEEP.
  const more = Math.max(1, meanOf(last, 'orders') / meanOf(first, 'orders'));
  const report = (
    name: string,
    key: 'memory' | 'files' | 'shopPages' | 'sandboxPages',
    bound: (before: number) => number,
  ) => {
    const [before, after] = [meanOf(first, key), meanOf(last, key)];
    const most = Math.round(bound(before));
    console.log(`  ${name}: ${before} after the warm-up, ${after} at the end (at most ${most})`);
    return after > most ? [`${name} grew from ${before} to ${after}, which is more than ${most}.`] : [];
  };
  return [
    ...report('memory in MB', 'memory', (before) => before * MEMORY_GROWTH.share + MEMORY_GROWTH.megabytes),
    ...report('open files', 'files', (before) => before + FILES_GROWTH),
    ...report('pages of the shop', 'shopPages', (before) => before * more * PAGES_GROWTH.share + PAGES_GROWTH.pages),
    ...report(
      'pages of the sandbox',
      'sandboxPages',
      (before) => before * more * PAGES_GROWTH.share + PAGES_GROWTH.pages,
    ),
    ...checkStock(samples.at(-1)),
  ];
}

function checkStock(last: Sample | undefined): string[] {
  return [
    ...(last && last.highestStock > HIGHEST_STOCK ? [`A product has ${last.highestStock} units in stock.`] : []),
    ...(last && last.unitsOfNobody !== 0 ? [`${last.unitsOfNobody} units are reserved or sold without an order.`] : []),
  ];
}

/** Returns a function to call every few seconds. It reports goods that stay sold out for a minute. */
export function watchStock(books: ShopBooks, problems: string[]): () => void {
  const since = new Map<string, number>();
  return () => {
    const [now, soldOut] = [performance.now(), books.soldOut()];
    for (const slug of since.keys()) if (!soldOut.includes(slug)) since.delete(slug);
    for (const slug of soldOut) {
      const from = since.get(slug) ?? now;
      since.set(slug, from);
      if (now - from > RESTOCKED_WITHIN_MS) problems.push(`${slug} was sold out for a minute.`);
    }
  };
}
