import type { Page } from 'playwright';
import { openBrowser, payInApp, placeOrder, type Shop, startShop } from './environment';
import { fullOrShort } from './length';
import { legsOf, noteSteps, type OtherWay, type PaymentMarks, readMarks, receiptPainted } from './payment-marks';
import { percentile, printTable } from './table';

const RUNS = fullOrShort(50, 2);

/**
 * Measures the time from the payer's confirmation to the painted receipt, as a whole and leg by leg, and counts the
 * messages to SEQR. Shop and sandbox are one process.
 */
export async function measureLatency() {
  const shop = await startShop();
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(noteSteps);
  const page = await context.newPage();
  await onePayment(shop, page); // not counted: the first notification shows the shop that notifications arrive
  const payments: Awaited<ReturnType<typeof onePayment>>[] = [];
  for (let run = 0; run < RUNS; run++) payments.push(await onePayment(shop, page));
  const times = payments.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const calls = payments.map(({ soapCalls }) => soapCalls);
  printTable(
    `Confirmation in the payer app → receipt painted on the other screen, ${RUNS} payments`,
    ['p50', 'p90', 'p99', 'slowest', 'SOAP calls per order'],
    [
      [
        ...[0.5, 0.9, 0.99, 1].map((share) => `${percentile(times, share).toFixed(0)} ms`),
        `${Math.min(...calls)} to ${Math.max(...calls)}`,
      ],
    ],
  );
  printLegs(payments.map(({ marks }) => marks));
  await context.close();
}

/** The legs of different payments add up to different times, so a column does not add up to the whole. */
function printLegs(payments: readonly (PaymentMarks | OtherWay)[]): void {
  if (payments.every((marks) => marks === 'no-event')) throw new Error('latency: no page received an event');
  const usual = payments.flatMap((marks) => (typeof marks === 'string' ? [] : marks));
  const [first] = usual;
  if (!first) {
    console.log('\n  No legs: no payment has every mark.');
    return;
  }
  const all = usual.map(legsOf);
  const rows = legsOf(first).map(({ name }, leg) => {
    const times = all.map((legs) => legs[leg]?.milliseconds ?? Number.NaN).sort((a, b) => a - b);
    return [name, ...[0.5, 0.99].map((share) => `${percentile(times, share).toFixed(0)} ms`)];
  });
  printTable(`The legs of ${usual.length} of these payments`, ['', 'p50', 'p99'], rows);
}

async function onePayment(shop: Shop, page: Page) {
  const { payUrl, invoiceReference } = await placeOrder(shop.address);
  const streaming = page.waitForResponse((response) => response.url().endsWith('/payment/events'));
  await page.goto(shop.address + payUrl);
  await streaming;
  const confirmed = Date.now();
  await payInApp(shop.address, invoiceReference);
  const milliseconds = (await receiptPainted(page)) - confirmed;
  const soapCalls = await countSoapCalls(shop.address, invoiceReference);
  return { milliseconds, soapCalls, marks: await readMarks(page, shop.logFile, confirmed) };
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
