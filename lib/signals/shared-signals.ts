import { monotonicMs, now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import type { Fact, Signals } from './signals';

const PAGES = 'pages:';
/** A process writes its open pages this often. Other processes rely on a row for twice as long, plus some delay. */
const REPEAT_MS = 4_000;
const TRUSTED_MS = 10_000;
/** A row of this age belongs to a process that ended without removing it. */
const FORGOTTEN_MS = 3_600_000;
const WORKER_MISSING_MS = 60_000;

type Report = { readonly holds: boolean; readonly at: Date };

/** The signals of a shop with several processes, in the table `Signal`. Requests read only what `refresh` has stored. */
export class SharedSignals implements Signals {
  readonly #ownPages = PAGES + newKey();
  #reports = new Map<string, Report>();
  #pagesElsewhere: ReadonlySet<string> = new Set();
  #sharedPages = '[]';
  #sharedAt = 0;
  /** Writes in the order of the calls. */
  #writing: Promise<void> = Promise.resolve();
  /** Counts the calls of `report`. If it grows during a refresh, the refresh may have read an older state. */
  #reportCount = 0;
  /** The time since which every refresh has succeeded. */
  #readableSince: number | null = null;

  holds(fact: Fact, withinMs = Number.POSITIVE_INFINITY): boolean {
    const report = this.#reports.get(fact);
    return report?.holds === true && isWithin(report.at, withinMs);
  }

  async report(fact: Fact, holds: boolean): Promise<void> {
    const at = now();
    this.#reportCount += 1;
    this.#reports.set(fact, { holds, at });
    await this.#write(fact, String(holds), at);
  }

  isPageOpenElsewhere(orderId: string): boolean {
    return this.#pagesElsewhere.has(orderId);
  }

  /** True if no worker has reported for a minute in which this process could read the reports. */
  isWorkerMissing(): boolean {
    const since = this.#readableSince;
    const couldRead = since !== null && monotonicMs() - since >= WORKER_MISSING_MS;
    return couldRead && !this.holds('worker-runs', WORKER_MISSING_MS);
  }

  /** Tells other processes for which orders this process has pages open, unless they know already. Never throws. */
  async sharePages(orderIds: readonly string[]): Promise<void> {
    const pages = JSON.stringify(orderIds.toSorted());
    const isKnown = pages === this.#sharedPages && (pages === '[]' || monotonicMs() - this.#sharedAt < REPEAT_MS);
    if (isKnown) return;
    this.#sharedPages = pages;
    this.#sharedAt = monotonicMs();
    await this.#write(this.#ownPages, pages, now());
  }

  async refresh(): Promise<void> {
    const reportCount = this.#reportCount;
    await this.#writing;
    try {
      const rows = await db().read.signal.findMany();
      this.#readableSince ??= monotonicMs();
      const open = rows.filter(({ name, at }) => name.startsWith(PAGES) && isWithin(at, TRUSTED_MS));
      const elsewhere = open.filter(({ name }) => name !== this.#ownPages);
      this.#pagesElsewhere = new Set(elsewhere.flatMap(({ value }) => parsePages(value)));
      if (reportCount !== this.#reportCount) return;
      this.#reports = new Map(rows.map(({ name, value, at }) => [name, { holds: value === 'true', at }]));
    } catch (error) {
      this.#readableSince = null;
      log.warn({ err: error }, 'signals: could not be read, will be retried');
    }
  }

  /** Removes the rows of processes that are gone. Never throws. */
  async clean(): Promise<void> {
    const before = new Date(now().getTime() - FORGOTTEN_MS);
    const where = { name: { startsWith: PAGES }, at: { lt: before } };
    try {
      await db().write((tx) => tx.signal.deleteMany({ where }), PAGES);
    } catch (error) {
      log.warn({ err: error }, 'signals: old rows could not be removed');
    }
  }

  #write(name: string, value: string, at: Date): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      try {
        const row = { value, at };
        await db().write((tx) => tx.signal.upsert({ where: { name }, create: { name, ...row }, update: row }), name);
      } catch (error) {
        log.warn({ signal: name.split(':')[0], err: error }, 'signals: a signal could not be written');
      }
    });
    return this.#writing;
  }
}

/** Whether `at` is less than `ms` from now. `at` may be in the future: machines' clocks differ, and may be set back. */
function isWithin(at: Date, ms: number): boolean {
  return Math.abs(now().getTime() - at.getTime()) < ms;
}

function parsePages(value: string): string[] {
  const pages: unknown = JSON.parse(value);
  return Array.isArray(pages) ? pages.filter((id) => typeof id === 'string') : [];
}
