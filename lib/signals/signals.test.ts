import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { log } from '../log';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { openShopDatabase } from '../testing/shop-database';
import { exchangeSignals, workerReport } from './share-signals';
import { SharedSignals } from './shared-signals';
import { sharedSignals, signals } from './signals';
import { workerState } from './worker-state';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'] }));
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await db().write((tx) => tx.signal.deleteMany());
});

const rows = () => db().read.signal.findMany();

it('signals stay in memory in a shop of one process on SQLite', async () => {
  configure({ SHOP_ROLE: 'all' });
  await signals().report('notifications-arrive', true);
  await exchangeSignals(() => ['order']);
  expect(signals().holds('notifications-arrive')).toBe(true);
  expect(await rows()).toEqual([]);
});

describe('signals of two processes', () => {
  const processes = () => [new SharedSignals(), new SharedSignals()] as const;

  it('reach the other process at its next refresh', async () => {
    const [one, other] = processes();
    await one.report('seqr-down', true);
    expect(other.holds('seqr-down')).toBe(false);
    await other.refresh();
    expect(other.holds('seqr-down')).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(other.holds('seqr-down', 60_000)).toBe(false);
    await other.report('seqr-down', false);
    await one.refresh();
    expect(one.holds('seqr-down')).toBe(false);
  });

  it('are not overwritten by a refresh that began earlier', async () => {
    const [one] = processes();
    const look = one.refresh();
    await one.report('seqr-down', true);
    await look;
    expect(one.holds('seqr-down')).toBe(true);
  });

  it('include all open pages of a process in one row, which is written after a change and every four seconds', async () => {
    const [one, other] = processes();
    const write = vi.spyOn(db(), 'write');
    const pages = ['a', 'b'];
    await one.sharePages(pages);
    await one.sharePages(pages.toReversed());
    expect(write).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(4_000);
    await one.sharePages(pages);
    expect(write).toHaveBeenCalledTimes(2);
    expect(await rows()).toHaveLength(1);
    await other.refresh();
    await one.refresh();
    expect(['a', 'b', 'c'].map((id) => other.isPageOpenElsewhere(id))).toEqual([true, true, false]);
    expect(one.isPageOpenElsewhere('a')).toBe(false);
    await one.sharePages([]);
    await one.sharePages([]);
    expect(write).toHaveBeenCalledTimes(3);
    await other.refresh();
    expect(other.isPageOpenElsewhere('a')).toBe(false);
  });

  it('no longer include the pages of a process that died', async () => {
    const [one, other] = processes();
    await one.sharePages(['a']);
    vi.advanceTimersByTime(10_000);
    await other.refresh();
    expect(other.isPageOpenElsewhere('a')).toBe(false);
    await other.clean();
    expect(await rows()).toHaveLength(1);
    vi.advanceTimersByTime(3_600_000);
    await other.clean();
    expect(await rows()).toEqual([]);
  });

  it('stay as they are while the database cannot be read', async () => {
    const [one] = processes();
    await one.report('notifications-arrive', true);
    vi.spyOn(db().read.signal, 'findMany').mockRejectedValueOnce(new Error('locked'));
    await one.refresh();
    expect(one.holds('notifications-arrive')).toBe(true);
  });
});

describe('a web process', () => {
  it('reports after a minute that no worker runs, and later that one is back', async () => {
    const [error, info] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'info')];
    configure({ SHOP_ROLE: 'worker', SEQR_WSDL_URL: 'http://127.0.0.1:9/', PUBLIC_URL: 'http://shop.test' });
    const web = new SharedSignals();
    await web.refresh();
    const report = workerReport(web);
    const look = async (seconds: number) => {
      vi.advanceTimersByTime(seconds * 1_000);
      await web.refresh();
      report();
      return [error.mock.calls.length, info.mock.calls.length];
    };
    expect(await look(59)).toEqual([0, 0]);
    expect(await look(1)).toEqual([1, 0]);
    expect(await look(60)).toEqual([1, 0]);
    await exchangeSignals(() => []); // by a worker
    expect(await look(1)).toEqual([1, 1]);
    expect(await look(58)).toEqual([1, 1]);
    expect(await look(1)).toEqual([2, 1]);
  });

  it('considers the worker missing only after a minute in which the database could be read', async () => {
    configure({ SHOP_ROLE: 'web', SEQR_WSDL_URL: 'http://127.0.0.1:9/' });
    forgetGlobal('shared-signals');
    const refresh = () => sharedSignals()?.refresh();
    expect(workerState()).toBe('ok');
    await refresh();
    vi.advanceTimersByTime(60_000);
    expect(workerState()).toBe('missing');

    const failing = vi.spyOn(db().read.signal, 'findMany').mockRejectedValueOnce(new Error('not reachable'));
    await refresh();
    expect(failing).toHaveBeenCalled();
    expect(workerState()).toBe('ok');
    await refresh();
    vi.advanceTimersByTime(60_000);
    expect(workerState()).toBe('missing');
    await new SharedSignals().report('worker-runs', true);
    await refresh();
    expect(workerState()).toBe('ok');

    for (const role of ['worker', 'all']) {
      configure({ SHOP_ROLE: role, PUBLIC_URL: 'http://shop.test' });
      expect(workerState()).toBe('unused');
    }
    forgetGlobal('shared-signals');
  });
});
