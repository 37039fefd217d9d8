import { Agent, request } from 'node:http';
import { startSandboxAlone } from './environment';
import { length } from './length';
import { residentMegabytes } from './resident-megabytes';
import { printTable } from './table';

const SECONDS = length(5, 0.2);
const MANY_INVOICES = length(10_000, 20);
const namespace = 'http://external.interfaces.ers.seamless.com/';
const context =
  '<context><clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>public_test_shop_terminal</id>' +
  '<type>TERMINALID</type></initiatorPrincipalId><password>12345678</password></context>';
const invoice =
  '<paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>' +
  '<issueDate>2026-11-23T14:00:00+01:00</issueDate><title>Bench</title><clientInvoiceId>1</clientInvoiceId>' +
  '<totalAmount><currency>SEK</currency><value>99.50</value></totalAmount><cashierId>Bench</cashierId>' +
  '<footer>Bench</footer>';
const sendInvoice = message('sendInvoice', `${context}<invoice>${invoice}</invoice>`);

/**
 * Measures the sandbox alone: its start, calls per second compared with benchmarkingNop, and its memory with many
 * invoices.
 */
export async function measureSoap() {
  const sandbox = await startSandboxAlone();
  const first = await call(sandbox.address, new Agent(), sendInvoice);
  const reference = /<invoiceReference>(\d+)</.exec(first)?.[1];
  const operations: [name: string, body: string][] = [
    ['benchmarkingNop', message('benchmarkingNop', '')],
    [
      'getPaymentStatus',
      message(
        'getPaymentStatus',
        `${context}<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`,
      ),
    ],
    ['sendInvoice', sendInvoice],
  ];
  const rows: [name: string, one: number, many: number][] = [];
  for (const [name, body] of operations) {
    await rate(sandbox.address, body, 16, length(1, 0.1));
    const [one, sixteen] = [
      await rate(sandbox.address, body, 1, SECONDS),
      await rate(sandbox.address, body, 16, SECONDS),
    ];
    rows.push([name, Math.round(one), Math.round(sixteen)]);
  }
  const [[, floorOne, floorMany] = ['', Number.NaN, Number.NaN]] = rows;
  printTable(
    'SOAP calls per second, the sandbox alone',
    ['operation', '1 connection', 'of floor', '16 connections', 'of floor'],
    rows.map(([name, one, many]) => [name, one, (one / floorOne).toFixed(2), many, (many / floorMany).toFixed(2)]),
  );
  await countedCalls(sandbox.address, sendInvoice, MANY_INVOICES);
  console.log(`\n  Start to first answer: ${sandbox.startSeconds.toFixed(1)} s`);
  const memory = residentMegabytes(sandbox.pid);
  if (memory) console.log(`  Memory with more than ${MANY_INVOICES} invoices: ${memory} MB`);
}

function message(operation: string, fields: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><e:${operation} xmlns:e="${namespace}">${fields}</e:${operation}></s:Body></s:Envelope>`;
}

function call(address: string, agent: Agent, body: string): Promise<string> {
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${address}/soap/merchant/cashregister-2`,
      { method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          text.includes('<resultCode>0<') ? resolve(text) : reject(new Error(text.slice(0, 500))),
        );
      },
    );
    outgoing.on('error', reject).end(body);
  });
}

async function rate(address: string, body: string, connections: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1000;
  let calls = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await call(address, agent, body);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return calls / seconds;
}

async function countedCalls(address: string, body: string, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  let left = count;
  const lane = async () => {
    while (left-- > 0) await call(address, agent, body);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  agent.destroy();
}
