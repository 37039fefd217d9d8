import { openBrowser, payInApp, placeOrder, startShop } from './environment.mjs';
import { percentile, printTable } from './table.mjs';

const RUNS = 50;

/** From the payer's confirmation to the receipt painted on the other screen, and what was said to SEQR meanwhile. */
export async function measureLatency() {
  const shop = await startShop();
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(noteReceipt);
  const page = await context.newPage();
  await onePayment(shop, page); // not counted: the first notification teaches the shop that they arrive
  const times = [];
  const calls = [];
  for (let run = 0; run < RUNS; run++) {
    const { milliseconds, soapCalls } = await onePayment(shop, page);
    times.push(milliseconds);
    calls.push(soapCalls);
  }
  times.sort((a, b) => a - b);
  const ms = (value) => `${value.toFixed(0)} ms`;
  printTable(
    `Confirmation in the payer's app → receipt painted on the other screen, ${RUNS} payments`,
    ['p50', 'p90', 'p99', 'slowest', 'SOAP calls an order'],
    [
      [
        ...[0.5, 0.9, 0.99, 1].map((share) => ms(percentile(times, share))),
        `${Math.min(...calls)} to ${Math.max(...calls)}`,
      ],
    ],
  );
}

async function onePayment(shop, page) {
  const { payUrl, invoiceReference } = await placeOrder(shop.address);
  const streaming = page.waitForResponse((response) => response.url().endsWith('/payment/events'));
  await page.goto(shop.address + payUrl);
  await streaming;
  const confirmed = Date.now();
  await payInApp(shop.address, invoiceReference);
  const seen = await (await page.waitForFunction(() => window.receiptSeenAt)).jsonValue();
  return { milliseconds: seen - confirmed, soapCalls: await countSoapCalls(shop.address, invoiceReference) };
}

/** Runs in the page: notes when a receipt with an ersReference has been painted. */
function noteReceipt() {
  const look = () => {
    if (window.receiptSeenAt || !location.pathname.endsWith('/receipt')) return;
    if (!/\d{25}/.test(document.body?.textContent ?? '')) return;
    requestAnimationFrame(() => {
      window.receiptSeenAt ??= performance.timeOrigin + performance.now();
    });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

async function countSoapCalls(address, invoiceReference) {
  for (let tries = 0; tries < 100; tries++) {
    const { messages } = await (
      await fetch(`${address}/sandbox/api/messages?invoiceReference=${invoiceReference}`)
    ).json();
    const mine = messages.filter((message) => message.invoiceReference === invoiceReference);
    if (mine.some((message) => message.operation === 'submitPaymentReceipt')) return mine.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the receipt of ${invoiceReference} did not reach SEQR within 10 s`);
}
