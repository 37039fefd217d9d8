import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { SeqrClient } from './client';
import type { SeqrOptions } from './context';
import { connections } from './exchange';
import {
  type Answerer,
  answerOf,
  createTestClient,
  envelope,
  failureOf,
  startService,
  success,
  type TestService,
} from './test-service';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function against(answer: Answerer, options?: Partial<SeqrOptions>): Promise<[SeqrClient, TestService]> {
  const service = await startService(answer);
  const client = createTestClient(service.address, options);
  endings.push(service.close, client.close);
  return [client, service];
}

const ask = (client: SeqrClient) => client.getPaymentStatus({ invoiceReference: '77', invoiceVersion: 0 });
const send = (client: SeqrClient) => client.sendInvoice({ invoice: {} });
const refund = (client: SeqrClient) => client.refundPayment({ ersReference: '2026', invoice: {} });
const issued = answerOf('getPaymentStatus', `${success}<status>ISSUED</status><version>0</version>`);

/** Asks and sends against the same service: a repeatable call, and one that is not. */
async function bothFailures(answer: Answerer, options?: Partial<SeqrOptions>) {
  const [client] = await against(answer, options);
  return [await failureOf(ask(client)), await failureOf(send(client))] as const;
}

test('connection refused: it surely did not happen', async () => {
  const service = await startService(() => {});
  await service.close();
  const client = createTestClient(service.address);
  const error = await failureOf(send(client));
  expect(error).toMatchObject({
    kind: 'unreachable',
    operation: 'sendInvoice',
    mayHaveHappened: false,
    retrySafe: true,
  });
  expect(error.message).toContain('ECONNREFUSED');
});

test('lost on a connection that another call had just left: it may have happened', async () => {
  const waiting: ServerResponse[] = [];
  let answered = 0;
  const [client] = await against((response) => {
    if (answered === connections) return response.destroy();
    waiting.push(response);
    if (waiting.length < connections) return;
    for (const one of waiting) {
      answered += 1;
      one.setHeader('Content-Type', 'text/xml; charset=utf-8');
      one.end(issued);
    }
  });
  const first = Array.from({ length: connections }, () => ask(client));
  const queued = failureOf(send(client));
  await Promise.all(first);
  expect(await queued).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: false });
});

test('an unknown host', async () => {
  const client = createTestClient('http://no-such-host.invalid/soap');
  expect(await failureOf(send(client))).toMatchObject({ kind: 'unreachable', mayHaveHappened: false, retrySafe: true });
});

test('TLS that is none', async () => {
  const service = await startService(() => {});
  endings.push(service.close);
  const client = createTestClient(service.address.replace('http:', 'https:'));
  expect(await failureOf(send(client))).toMatchObject({ kind: 'unreachable', mayHaveHappened: false });
  expect(service.requests).toEqual([]);
});

test('reset before the request was read', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  const address = server.address();
  const client = createTestClient(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  expect(await failureOf(send(client))).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: false });
});

test('reset after the request was read', async () => {
  const [asked, sent] = await bothFailures((response) => response.socket?.resetAndDestroy());
  expect(asked).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: true });
  expect(sent).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: false });
});

test('connection closed in the middle of the answer', async () => {
  const [asked] = await bothFailures((response) => {
    response.writeHead(200, { 'Content-Length': issued.length });
    response.write(issued.slice(0, 100), () => response.socket?.destroy());
  });
  expect(asked).toMatchObject({ kind: 'lost', mayHaveHappened: true });
});

test('no answer in time', async () => {
  const [asked, sent] = await bothFailures(() => {}, { timeoutMs: 60 });
  expect(asked).toMatchObject({ kind: 'timeout', mayHaveHappened: true, retrySafe: true });
  expect(sent).toMatchObject({ kind: 'timeout', mayHaveHappened: true, retrySafe: false });
});

test('an answer that drips ends at the same time-out', async () => {
  const [client] = await against(
    (response) => {
      const dripping = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(dripping));
    },
    { timeoutMs: 100 },
  );
  const start = performance.now();
  expect(await failureOf(ask(client))).toMatchObject({ kind: 'timeout' });
  expect(performance.now() - start).toBeLessThan(2000);
});

test('a call may bring its own time-out', async () => {
  const [client] = await against(() => {});
  const error = await failureOf(client.benchmarkingNop({ timeoutMs: 50 }));
  expect(error.message).toBe('SEQR benchmarkingNop: no whole answer within 50 ms');
});

const fault = (code: string, reason: string) =>
  envelope(`<s:Fault><faultcode>${code}</faultcode><faultstring>${reason}</faultstring><detail/></s:Fault>`);

test.each([
  [500, 's:Client', false, false, false],
  [500, 's:Server', true, true, false],
  [200, 's:Server.Busy', true, true, false],
  [400, 'Client', false, false, false],
])('HTTP %i with fault %s', async (status, faultCode, mayHaveHappened, askAgain, sendAgain) => {
  const [asked, sent] = await bothFailures((response) =>
    response.writeHead(status).end(fault(faultCode, 'No such thing')),
  );
  expect(asked).toMatchObject({ kind: 'fault', httpStatus: status, faultCode, mayHaveHappened, retrySafe: askAgain });
  expect(sent).toMatchObject({ kind: 'fault', mayHaveHappened, retrySafe: sendAgain });
  expect(asked.message).toBe(`SEQR getPaymentStatus: fault ${faultCode} No such thing`);
});

test.each([
  [500, true, true],
  [503, true, true],
  [404, false, false],
  [429, false, true],
  [302, false, false],
  [204, true, false],
])('HTTP %i without SOAP', async (status, mayHaveHappened, askAgain) => {
  const headers = { 'Content-Type': 'text/html', Location: 'http://127.0.0.1:1/' };
  const [asked, sent] = await bothFailures((response) =>
    response.writeHead(status, headers).end(status === 204 ? undefined : '<html><body><p>Sorry<br></body></html>'),
  );
  expect(asked).toMatchObject({ kind: 'http', httpStatus: status, mayHaveHappened, retrySafe: askAgain });
  expect(sent).toMatchObject({ kind: 'http', mayHaveHappened, retrySafe: false });
});

test('a success that comes with status 500 is none', async () => {
  const [client] = await against((response) => response.writeHead(500).end(issued));
  expect(await failureOf(ask(client))).toMatchObject({ kind: 'http', httpStatus: 500 });
});

const soap12 = issued.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope');
const foreign = issued.replace('http://external.interfaces.ers.seamless.com/', 'http://example.test/');
const two = issued.replace('</s:Body>', '<x/></s:Body>');
const mixed = issued.replace('<return>', '<return>hello');
const inDepth = `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`;

test.each([
  ['nothing', '', 'root element'],
  ['HTML', '<!doctype html><html><body><p>Welcome<br></body></html>', ''],
  ['XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'not a SOAP 1.1 envelope'],
  ['JSON', '{"status":"PAID"}', ''],
  ['SOAP 1.2', soap12, 'not a SOAP 1.1 envelope'],
  ['another namespace', foreign, 'of another operation'],
  ['another operation', answerOf('cancelInvoice', success), 'of another operation (cancelInvoiceResponse)'],
  ['two answers', two, 'one element'],
  ['no body', issued.replaceAll('Body>', 'Head>'), 'one element'],
  ['no return', issued.replace(/<return>.*<\/return>/, ''), 'no result code'],
  ['an empty return', issued.replace(/<return>.*<\/return>/, '<return/>'), 'no result code'],
  ['no result code', issued.replace('<resultCode>0</resultCode>', ''), 'no result code'],
  ['a result code of words', issued.replace('Code>0<', 'Code>0x0<'), 'no result code'],
  ['two result codes', issued.replace('<resultCode>', '<resultCode>20</resultCode><resultCode>'), 'no result code'],
  ['no status', issued.replace('<status>ISSUED</status>', ''), 'status'],
  ['an empty status', issued.replace('ISSUED', ' '), 'status'],
  ['two statuses', issued.replace('<status>', '<status>PAID</status><status>'), 'status'],
  ['no version', issued.replace('<version>0</version>', ''), 'version'],
  ['a version of words', issued.replace('<version>0', '<version>1.5'), 'version'],
  ['text between elements', mixed, 'mixed in return'],
  ['a DOCTYPE', issued.replace('<s:Envelope', '<!DOCTYPE x [<!ENTITY e "PAID">]><s:Envelope'), 'DOCTYPE'],
  ['an unknown entity', issued.replace('ISSUED', '&paid;'), ''],
  ['deep nesting', issued.replace('ISSUED', inDepth), 'levels'],
  ['text after the end', `${issued}<more/>`, ''],
])('an answer with %s is not taken', async (_, text, words) => {
  const [client] = await against((response) => response.end(text));
  const error = await failureOf(ask(client));
  expect(error).toMatchObject({ kind: 'content', httpStatus: 200, mayHaveHappened: true, retrySafe: true });
  expect(error.message).toContain(words);
});

test('an answer that is cut off anywhere is never a success', async () => {
  let length = 0;
  const [client] = await against((response) => response.end(issued.slice(0, length)));
  for (length = 0; length < issued.length; length += 1) {
    expect(await failureOf(ask(client))).toMatchObject({ kind: 'content', mayHaveHappened: true });
  }
  expect(await ask(client)).toMatchObject({ status: 'ISSUED' });
});

test('an answer without reference or QR code is no invoice', async () => {
  for (const fields of ['', '<invoiceReference>1</invoiceReference>', '<invoiceQRCode>HTTP://X</invoiceQRCode>']) {
    const [client] = await against((response) => response.end(answerOf('sendInvoice', success + fields)));
    expect(await failureOf(send(client))).toMatchObject({ kind: 'content', mayHaveHappened: true, retrySafe: false });
  }
});

test('an answer of any size ends at the limit', async () => {
  const [client] = await against((response) => {
    response.on('error', () => {});
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  });
  const error = await failureOf(ask(client));
  expect(error).toMatchObject({ kind: 'content', mayHaveHappened: true });
  expect(error.message).toContain('larger than 1000000 bytes');
});

test('bytes that are not text, or compressed though nobody asked', async () => {
  const [invalid] = await against((response) => response.end(Buffer.from([0x3c, 0xff, 0xfe])));
  expect(await failureOf(ask(invalid))).toMatchObject({ kind: 'content' });
  const [compressed] = await against((response) => response.setHeader('Content-Encoding', 'gzip').end(issued));
  expect((await failureOf(ask(compressed))).message).toContain('compressed');
});

test.each([
  // code, name, mayHaveHappened, may be asked again
  [2, 'REPORT_NOT_READY', false, true],
  [20, 'AUTHENTICATION_FAILED', false, false],
  [54, 'INVALID_INVOICE_REFERENCE', false, false],
  [90, 'SYSTEM_ERROR', true, true],
  [91, 'UNSUPPORTED_OPERATION', false, false],
  [93, 'SYSTEM_BUSY', false, true],
  [94, 'SERVICE_UNAVAILABLE', true, true],
  // Published, but with no documented meaning for a payment.
  [1, 'PENDING_APPROVAL', true, false],
  [777, undefined, true, false],
])('result code %i', async (resultCode, resultName, mayHaveHappened, askAgain) => {
  const fields = `<resultCode>${resultCode}</resultCode><resultDescription>NEWS</resultDescription>`;
  const [client] = await against((response, body) =>
    response.end(answerOf(/<ext:(\w+)/.exec(body)?.[1] ?? '', fields)),
  );
  const asked = await failureOf(ask(client));
  expect(asked).toMatchObject({ kind: 'result', resultCode, resultName, mayHaveHappened, retrySafe: askAgain });
  expect(asked.message).toBe(`SEQR getPaymentStatus: result ${resultCode} ${resultName ?? 'NEWS'}`);
  for (const call of [send, refund]) {
    expect(await failureOf(call(client))).toMatchObject({ kind: 'result', mayHaveHappened, retrySafe: false });
  }
});

test('no error shows a password, not even one that the service echoes', async () => {
  const passwords = ['terminal-secret', 'reseller-secret', 'brand<&new'];
  const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const echoes: Answerer[] = [
    (response, body) => response.end(body),
    (response, body) => response.writeHead(500).end(body),
    (response, body) => response.end(fault('s:Client', escapeXml(body.slice(body.indexOf('<type>'))))),
    (response) => response.end(fault(escapeXml(passwords.join(' ')), escapeXml(passwords.join(' ')))),
    (response) => response.end(envelope(`<${passwords[0]}/>`)),
    (response) => response.end(envelope(`<a></${passwords[0]}>`)),
    (response) =>
      response.end(
        answerOf(
          'registerTerminal',
          `<resultCode>7</resultCode><resultDescription>${escapeXml(passwords.join())}</resultDescription>`,
        ),
      ),
    (response) => response.end(answerOf('registerTerminal', `${success}<terminalId><reseller-secret/></terminalId>`)),
    (response) => response.socket?.resetAndDestroy(),
  ];
  for (const echo of echoes) {
    const [client] = await against(echo);
    const errors = [
      await failureOf(client.registerTerminal({ externalTerminalId: '8', password: 'brand<&new' })),
      await failureOf(client.unregisterTerminal()),
    ];
    for (const error of errors) {
      const seen = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })];
      const own =
        error.operation === 'registerTerminal' ? ['reseller-secret', 'brand<&new', 'brand&lt;'] : ['terminal-secret'];
      for (const word of own) expect(seen.join('\n')).not.toContain(word);
    }
  }
});

test('the client itself shows no password', async () => {
  const [client] = await against((response) => response.end(issued));
  await ask(client);
  expect(inspect(client, { depth: 10, showHidden: true }) + JSON.stringify(client)).not.toContain('secret');
});

test('a failed call leaves the others alone, and connections are kept', async () => {
  const ports = new Set<number | undefined>();
  const [client] = await against((response, body, request) => {
    ports.add(request.socket.remotePort);
    response.end(body.includes('>13<') ? issued.slice(0, 300) : issued);
  });
  for (let version = 0; version < 5; version += 1) await ask(client);
  expect(ports.size).toBe(1);
  const calls = Array.from({ length: 40 }, (_, invoiceVersion) =>
    client.getPaymentStatus({ invoiceReference: '77', invoiceVersion }),
  );
  const outcomes = await Promise.allSettled(calls);
  const failed = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
  expect(failed).toEqual([13]);
});
