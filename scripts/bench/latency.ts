import type { Page } from 'playwright';
import { openBrowser, payInApp, placeOrder, type Running, startShop } from './environment';
import { length } from './length';
import { percentile, printTable } from './table';

declare global {
  interface Window {
    /** Milliseconds since 1970; set by `noteReceipt`. */
    receiptSeenAt?: number;
  }
}

const RUNS = length(50, 1);

/** Measures the time from the payer's confirmation to the painted receipt, and counts the messages to SEQR. */
export async function measureLatency() {
  const shop = await startShop();
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(noteReceipt);
  const page = await context.newPage();
  await onePayment(shop, page); // not counted: the first notification shows the shop that notifications arrive
  const times: number[] = [];
  const calls: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { milliseconds, soapCalls } = await onePayment(shop, page);
    times.push(milliseconds);
    calls.push(soapCalls);
  }
  times.sort((a, b) => a - b);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  printTable(
    `Confirmation in the payer app → receipt painted on the other screen, ${RUNS} payments`,
    ['p50', 'p90', 'p99', 'slowest', 'SOAP calls per order'],
    [
      [
        ...[0.5, 0.9, 0.99, 1].map((share) => ms(percentile(times, share))),
        `${Math.min(...calls)} to ${Math.max(...calls)}`,
      ],
    ],
  );
}

async function onePayment(shop: Running, page: Page) {
  const { payUrl, invoiceReference } = await placeOrder(shop.address);
  const streaming = page.waitForResponse((response) => response.url().endsWith('/payment/events'));
  await page.goto(shop.address + payUrl);
  await streaming;
  const confirmed = Date.now();
  await payInApp(shop.address, invoiceReference);
  const seen = (await (await page.waitForFunction(() => window.receiptSeenAt)).jsonValue()) ?? Number.NaN;
  return { milliseconds: seen - confirmed, soapCalls: await countSoapCalls(shop.address, invoiceReference) };
}

/** Runs in the page: records when a receipt with an ersReference has been painted. */
function noteReceipt() {
  new MutationObserver(() => {
    if (window.receiptSeenAt || !location.pathname.endsWith('/receipt')) return;
    if (!/\d{25}/.test(document.body?.textContent ?? '')) return;
    requestAnimationFrame(() => {
      window.receiptSeenAt ??= performance.timeOrigin + performance.now();
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** The messages to SEQR, as the sandbox's control API returns them. */
type Messages = { readonly messages: readonly { readonly invoiceReference: string; readonly operation: string }[] };

async function countSoapCalls(address: string, invoiceReference: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${address}/sandbox/api/messages?invoiceReference=${invoiceReference}`);
    const { messages }: Messages = await answer.json();
    const mine = messages.filter((message) => message.invoiceReference === invoiceReference);
    if (mine.some((message) => message.operation === 'submitPaymentReceipt')) return mine.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the receipt of ${invoiceReference} did not reach SEQR within 10 s`);
}
