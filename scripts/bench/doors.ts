import { startShop } from './environment';
import { fullOrShort } from './length';
import { percentile, printTable, type Row } from './table';

const ROUNDS = fullOrShort(21, 1);
const GOAL_MS = 100;
const KILOBYTE = 1024;
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const repeat = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length));
const listOf = (item: string, size: number) => `[${repeat(`${item},`, size - item.length - 2)}${item}]`;
const fields = (size: number) => repeat('a=1&', size);
const order = (size: number) => `{"items":${listOf('{}', size - 12)}}`;
const soapHead = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>';
const operation = '<e:sendInvoice xmlns:e="http://external.interfaces.ers.seamless.com/">';
const soap = (size: number) => {
  const end = '</e:sendInvoice></s:Body></s:Envelope>';
  return soapHead + operation + repeat('<a/>', size - soapHead.length - operation.length - end.length) + end;
};

/** An endpoint with the size limit of its body. `make` fills a body of that size with the content that costs most. */
type Door = [name: string, path: string, type: string, limit: number, make: (size: number) => string];
const doors: Door[] = [
  ['SOAP', '/soap/merchant/cashregister-2', 'text/xml; charset=utf-8', 1_000_000, soap],
  ['sendInvoice.php', '/seqr-webshop-api/sendInvoice.php', json, 64 * KILOBYTE, order],
  ['control API', '/sandbox/api/faults', json, 100_000, (size: number) => listOf('1', size)],
  ['console', '/sandbox/faults/act', form, 10_000, fields],
  ['wallet', '/sandbox/app/1400000000000/pay', form, 4_096, fields],
  ['checkout, JSON', '/api/checkout', json, 64 * KILOBYTE, order],
  ['checkout, form', '/api/checkout', form, 64 * KILOBYTE, fields],
  ['kept checkout', '/api/checkout/draft', form, 64 * KILOBYTE, fields],
  ['cart', '/api/cart', form, 4 * KILOBYTE, fields],
  ['notification', '/api/seqr/notifications?order=none', form, 16 * KILOBYTE, fields],
  ['back office', '/admin/orders/10001/lines', form, 64 * KILOBYTE, fields],
];

/** Measures how long each endpoint takes to answer the largest body that it accepts. */
export async function measureDoors() {
  const shop = await startShop();
  const rows: Row[] = [];
  for (const [name, path, type, limit, make] of doors) {
    const body = make(limit);
    const times: number[] = [];
    let status = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      const answer = await fetch(shop.address + path, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
        redirect: 'manual',
      });
      const text = await answer.text();
      times.push(performance.now() - started);
      status = answer.status;
      if (status === 413 || status === 429 || text.includes('larger than'))
        throw new Error(`${name} refuses a body of ${body.length} bytes`);
    }
    times.sort((a, b) => a - b);
    const [median, slowest] = [percentile(times, 0.5), percentile(times, 1)];
    rows.push([name, body.length, status, median.toFixed(1), slowest.toFixed(1), median <= GOAL_MS ? 'met' : 'missed']);
  }
  printTable(
    `Answer to the largest body of each endpoint, ms; goal ${GOAL_MS}`,
    ['endpoint', 'bytes', 'answer', 'median', 'slowest', 'goal'],
    rows,
  );
}
