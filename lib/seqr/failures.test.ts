import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import {
  type Answerer,
  answerOf,
  createTestClient,
  envelope,
  failureOf,
  startService,
  success,
  type TestService,
} from '../testing/test-service';
import type { SeqrClient } from './client';
import type { SeqrOptions } from './context';
import { connections } from './exchange';

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

/** Makes a repeatable call and a non-repeatable one against the same service. */
async function bothFailures(answer: Answerer, options?: Partial<SeqrOptions>) {
  const [client] = await against(answer, options);
  return [await failureOf(ask(client)), await failureOf(send(client))] as const;
}

test('reports a call on a refused connection as not happened', async () => {
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

test('reports a call lost on a reused connection as possibly happened', async () => {
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

test('reports an unknown host as unreachable', async () => {
  const client = createTestClient('http://no-such-host.invalid/soap');
  expect(await failureOf(send(client))).toMatchObject({ kind: 'unreachable', mayHaveHappened: false, retrySafe: true });
});

test('reports a failed TLS handshake as unreachable', async () => {
  const service = await startService(() => {});
  endings.push(service.close);
  const client = createTestClient(service.address.replace('http:', 'https:'));
  expect(await failureOf(send(client))).toMatchObject({ kind: 'unreachable', mayHaveHappened: false });
  expect(service.requests).toEqual([]);
});

test('reports a reset before the request was read', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  const address = server.address();
  const client = createTestClient(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  expect(await failureOf(send(client))).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: false });
});

test('reports a reset after the request was read', async () => {
  const [asked, sent] = await bothFailures((response) => response.socket?.resetAndDestroy());
  expect(asked).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: true });
  expect(sent).toMatchObject({ kind: 'lost', mayHaveHappened: true, retrySafe: false });
});

test('reports a connection closed in the middle of the answer', async () => {
  const [asked] = await bothFailures((response) => {
    response.writeHead(200, { 'Content-Length': issued.length });
    response.write(issued.slice(0, 100), () => response.socket?.destroy());
  });
  expect(asked).toMatchObject({ kind: 'lost', mayHaveHappened: true });
});

test('reports a timeout without an answer', async () => {
  const [asked, sent] = await bothFailures(() => {}, { timeoutMs: 60 });
  expect(asked).toMatchObject({ kind: 'timeout', mayHaveHappened: true, retrySafe: true });
  expect(sent).toMatchObject({ kind: 'timeout', mayHaveHappened: true, retrySafe: false });
});

test('applies the same timeout to a slowly dripping answer', async () => {
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

test('allows a timeout per call', async () => {
  const [client] = await against(() => {});
  const error = await failureOf(client.benchmarkingNop({ timeoutMs: 50 }));
  expect(error.message).toBe('SEQR benchmarkingNop: no complete answer within 50 ms');
});

const fault = (code: string, reason: string) =>
  envelope(`<s:Fault><faultcode>${code}</faultcode><faultstring>${reason}</faultstring><detail/></s:Fault>`);

test.each([
  [500, 's:Client', false, false, false],
  [500, 's:Server', true, true, false],
  [200, 's:Server.Busy', true, true, false],
  [400, 'Client', false, false, false],
])(
  'classifies HTTP %i with fault %s',
  async (status, faultCode, mayHaveHappened, statusRetrySafe, invoiceRetrySafe) => {
    const [asked, sent] = await bothFailures((response) =>
      response.writeHead(status).end(fault(faultCode, 'No such thing')),
    );
    expect(asked).toMatchObject({
      kind: 'fault',
      httpStatus: status,
      faultCode,
      mayHaveHappened,
      retrySafe: statusRetrySafe,
    });
    expect(sent).toMatchObject({ kind: 'fault', mayHaveHappened, retrySafe: invoiceRetrySafe });
    expect(asked.message).toBe(`SEQR getPaymentStatus: fault ${faultCode} No such thing`);
  },
);

test.each([
  [500, true, true],
  [503, true, true],
  [404, false, false],
  [429, false, true],
  [302, false, false],
  [204, true, false],
])('classifies HTTP %i without SOAP', async (status, mayHaveHappened, statusRetrySafe) => {
  const headers = { 'Content-Type': 'text/html', Location: 'http://127.0.0.1:1/' };
  const [asked, sent] = await bothFailures((response) =>
    response.writeHead(status, headers).end(status === 204 ? undefined : '<html><body><p>Sorry<br></body></html>'),
  );
  expect(asked).toMatchObject({ kind: 'http', httpStatus: status, mayHaveHappened, retrySafe: statusRetrySafe });
  expect(sent).toMatchObject({ kind: 'http', mayHaveHappened, retrySafe: false });
});

test('does not accept a success with HTTP 500', async () => {
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
  ['another namespace', foreign, 'from another operation'],
  ['another operation', answerOf('cancelInvoice', success), 'from another operation (cancelInvoiceResponse)'],
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
])('rejects an answer with %s', async (_, text, words) => {
  const [client] = await against((response) => response.end(text));
  const error = await failureOf(ask(client));
  expect(error).toMatchObject({ kind: 'content', httpStatus: 200, mayHaveHappened: true, retrySafe: true });
  expect(error.message).toContain(words);
});

test('never accepts a truncated answer', async () => {
  let length = 0;
  const [client] = await against((response) => response.end(issued.slice(0, length)));
  for (length = 0; length < issued.length; length += 1) {
    expect(await failureOf(ask(client))).toMatchObject({ kind: 'content', mayHaveHappened: true });
  }
  expect(await ask(client)).toMatchObject({ status: 'ISSUED' });
});

test('rejects an invoice without reference or QR code', async () => {
  for (const fields of ['', '<invoiceReference>1</invoiceReference>', '<invoiceQRCode>HTTP://X</invoiceQRCode>']) {
    const [client] = await against((response) => response.end(answerOf('sendInvoice', success + fields)));
    expect(await failureOf(send(client))).toMatchObject({ kind: 'content', mayHaveHappened: true, retrySafe: false });
  }
});

test('stops reading an answer at the size limit', async () => {
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

test('rejects invalid text and unrequested compression', async () => {
  const [invalid] = await against((response) => response.end(Buffer.from([0x3c, 0xff, 0xfe])));
  expect(await failureOf(ask(invalid))).toMatchObject({ kind: 'content' });
  const [compressed] = await against((response) => response.setHeader('Content-Encoding', 'gzip').end(issued));
  expect((await failureOf(ask(compressed))).message).toContain('compressed');
});

test.each([
  // code, name, mayHaveHappened, retrySafe
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
])('classifies result code %i', async (resultCode, resultName, mayHaveHappened, statusRetrySafe) => {
  const fields = `<resultCode>${resultCode}</resultCode><resultDescription>NEWS</resultDescription>`;
  const [client] = await against((response, body) =>
    response.end(answerOf(/<ext:(\w+)/.exec(body)?.[1] ?? '', fields)),
  );
  const asked = await failureOf(ask(client));
  expect(asked).toMatchObject({ kind: 'result', resultCode, resultName, mayHaveHappened, retrySafe: statusRetrySafe });
  expect(asked.message).toBe(`SEQR getPaymentStatus: result ${resultCode} ${resultName ?? 'NEWS'}`);
  for (const call of [send, refund]) {
    expect(await failureOf(call(client))).toMatchObject({ kind: 'result', mayHaveHappened, retrySafe: false });
  }
});

test('hides passwords in errors, even if the service echoes them', async () => {
  const passwords = ['terminal-secret', 'reseller-secret', 'brand<&"new'];
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
      await failureOf(client.registerTerminal({ externalTerminalId: '8', password: 'brand<&"new' })),
      await failureOf(client.unregisterTerminal()),
    ];
    for (const error of errors) {
      const seen = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })];
      const own =
        error.operation === 'registerTerminal' ? ['reseller-secret', 'brand<&"new', 'brand&lt;'] : ['terminal-secret'];
      for (const word of own) expect(seen.join('\n')).not.toContain(word);
    }
  }
});

test('does not expose passwords on the client', async () => {
  const [client] = await against((response) => response.end(issued));
  await ask(client);
  expect(inspect(client, { depth: 10, showHidden: true }) + JSON.stringify(client)).not.toContain('secret');
});

test('a failed call affects neither connections nor other calls', async () => {
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
