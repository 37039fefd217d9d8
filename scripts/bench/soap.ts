import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandboxAlone } from './environment';
import { fullOrShort } from './length';
import { offerCalls } from './offered-load';
import { residentMegabytes } from './resident-megabytes';
import { printTable, type Row } from './table';

const SECONDS = fullOrShort(5, 0.2);
const MANY_INVOICES = fullOrShort(10_000, 20);
/** The goal is that the sandbox answers this many getPaymentStatus per second, and still does so if more are sent. */
const GOAL = 600;
const OFFERED = fullOrShort([660, 1_200, 2_400], [20]);
const POLLED_INVOICES = fullOrShort(500, 2);
/** A merchant's program waits several seconds. */
const TIMEOUT_MS = 10_000;
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
 * Measures the sandbox alone: its start, calls per second compared with benchmarkingNop, what it does under more calls than
 * it can answer, and its memory with many invoices.
 */
export async function measureSoap() {
  const sandbox = await startSandboxAlone();
  const first = await call(sandbox.address, new Agent(), sendInvoice);
  const operations: [name: string, body: string][] = [
    ['benchmarkingNop', message('benchmarkingNop', '')],
    ['getPaymentStatus', statusOf(first)],
    ['sendInvoice', sendInvoice],
  ];
  const rows: [name: string, one: number, many: number][] = [];
  for (const [name, body] of operations) {
    await rate(sandbox.address, body, 16, fullOrShort(1, 0.1));
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
  await measureOverload(sandbox.address);
  await countedCalls(sandbox.address, sendInvoice, MANY_INVOICES);
  console.log(`\n  Start to first answer: ${sandbox.startSeconds.toFixed(1)} s`);
  const memory = residentMegabytes(sandbox.pid);
  if (memory) console.log(`  Memory with more than ${MANY_INVOICES} invoices: ${memory} MB`);
}

/** Sends getPaymentStatus for many invoices at fixed rates, whatever the sandbox answers. */
async function measureOverload(address: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const questions: string[] = [];
  while (questions.length < POLLED_INVOICES) questions.push(statusOf(await call(address, agent, sendInvoice)));
  let next = 0;
  const ask = async () => {
    next += 1;
    const answer = await post(address, agent, questions[next % questions.length] ?? '');
    if (isResult(answer, 0)) return 'answered';
    if (isResult(answer, 93)) return 'refused';
    throw new Error(answer.slice(0, 500));
  };
  const rows: Row[] = [];
  for (const perSecond of OFFERED) {
    const { offered, answered, refused, failed, p50, p99 } = await offerCalls(perSecond, ask);
    const rates = [offered, answered, refused, failed].map(Math.round);
    rows.push([...rates, `${p50.toFixed(0)} ms`, `${p99.toFixed(0)} ms`, answered >= GOAL ? 'met' : 'missed']);
  }
  agent.destroy();
  printTable(
    `getPaymentStatus for ${POLLED_INVOICES} invoices, calls per second; goal: ${GOAL} answered`,
    ['sent', 'answered', '93 SYSTEM_BUSY', 'failed', 'answer, p50', 'p99', 'goal'],
    rows,
  );
}

function statusOf(sent: string): string {
  const [, reference = ''] = /<invoiceReference>(\d+)</.exec(sent) ?? [];
  const fields = `<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`;
  return message('getPaymentStatus', context + fields);
}

const isResult = (answer: string, code: number) => answer.includes(`<resultCode>${code}<`);

function message(operation: string, fields: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><e:${operation} xmlns:e="${namespace}">${fields}</e:${operation}></s:Body></s:Envelope>`;
}

/** Calls the sandbox until it is not busy, and returns its answer. Throws if the resultCode is not 0. */
async function call(address: string, agent: Agent, body: string): Promise<string> {
  let answer = await post(address, agent, body);
  while (isResult(answer, 93)) {
    await pause(100);
    answer = await post(address, agent, body);
  }
  if (!isResult(answer, 0)) throw new Error(answer.slice(0, 500));
  return answer;
}

function post(address: string, agent: Agent, body: string): Promise<string> {
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${address}/soap/merchant/cashregister-2`,
      { method: 'POST', agent, headers, signal: AbortSignal.timeout(TIMEOUT_MS) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(text)).on('error', reject);
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
