// When the steps from the payer's confirmation to the painted receipt happen, in milliseconds since 1970: from the
// page itself and from the shop's log.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Set by `noteSteps`. */
    steps?: { event?: number; painted?: number; loaded?: number };
  }
}

/** In order. `paid`: committed; `event`: received by the page; `painted`: receipt painted; `loaded`: receipt page painted. */
const steps = ['confirmed', 'notified', 'paid', 'event', 'painted', 'loaded'] as const;
export type PaymentMarks = Record<(typeof steps)[number], number>;
export type OtherWay = 'no-event' | 'asked-before';

/** The names of the legs that end with each step. */
const legs = {
  notified: 'confirmation → notification received by the shop',
  paid: '→ payment committed',
  event: '→ event at the page',
  painted: '→ receipt painted',
  loaded: '→ receipt page painted (not included above)',
};

/** The milliseconds of each leg, in order. */
export function legsOf(marks: PaymentMarks): { name: string; milliseconds: number }[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    return before && step !== 'confirmed' ? [{ name: legs[step], milliseconds: marks[step] - marks[before] }] : [];
  });
}

/** Runs in the page: notes the event that reports PAID, and when the early receipt and the receipt page are painted. */
export function noteSteps(): void {
  window.steps = {};
  const Stream = window.EventSource;
  window.EventSource = class extends Stream {
    constructor(address: string | URL, options?: EventSourceInit) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        if (window.steps && String(data).includes('"PAID"')) {
          window.steps.event ??= performance.timeOrigin + performance.now();
        }
      });
    }
  };
  new MutationObserver(() => {
    if (!window.steps || window.steps.loaded) return;
    if (![...document.querySelectorAll('dd')].some(({ textContent }) => /^\d{25}$/.test(textContent))) return;
    const isLoaded = location.pathname.endsWith('/receipt');
    requestAnimationFrame(() => {
      if (!window.steps) return;
      const now = performance.timeOrigin + performance.now();
      window.steps.painted ??= now;
      if (isLoaded) window.steps.loaded ??= now;
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Waits for the receipt page. Returns the time at which the receipt, usually the early one, was painted. */
export async function receiptPainted(page: Page): Promise<number> {
  await page.waitForFunction(() => window.steps?.loaded);
  return (await page.evaluate(() => window.steps?.painted)) ?? Number.NaN;
}

/**
 * The marks of a payment whose receipt page has been painted. `no-event`: the page learned of the payment by a status query.
 * `asked-before`: the shop asked SEQR before the notification arrived.
 */
export async function readMarks(page: Page, logFile: string, confirmed: number): Promise<PaymentMarks | OtherWay> {
  const [{ event, painted, loaded }, { notified, paid }] = [
    await page.evaluate(() => ({ ...window.steps })),
    await readLog(logFile, confirmed),
  ];
  if (event === undefined || painted === undefined || loaded === undefined) return 'no-event';
  if (paid < notified) return 'asked-before';
  return { confirmed, notified, paid, event, painted, loaded };
}

/** Waits for the log's lines, which a process passes on. Only one payment may be in progress. */
async function readLog(file: string, since: number): Promise<{ notified: number; paid: number }> {
  for (let tries = 0; tries < 100; tries++) {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line): { time: number; msg?: string } => JSON.parse(line))
      .filter(({ time }) => time >= since);
    const timeOf = (message: string) => lines.find(({ msg }) => msg === message)?.time;
    const [notified, paid] = [timeOf('payments: notification received'), timeOf('payments: paid')];
    if (notified !== undefined && paid !== undefined) return { notified, paid };
    await pause(50);
  }
  throw new Error(`the shop has not logged the notification and the payment: ${file}`);
}
