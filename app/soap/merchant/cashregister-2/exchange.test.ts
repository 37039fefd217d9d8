// The shop's client against the sandbox over real HTTP: they share a contract file, and here they must also agree.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payInvoice } from '@/lib/sandbox/payers/pay-invoice';
import { handleSoap } from '@/lib/sandbox/soap/handle-soap';
import { openTestSandbox, type TestSandbox } from '@/lib/sandbox/test-sandbox';
import { createSeqrClient, type SeqrClient } from '@/lib/seqr/client';

let test: TestSandbox;
let server: Server;
let client: SeqrClient;

beforeAll(async () => {
  test = await openTestSandbox();
  server = createServer(async (incoming, outgoing) => {
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
      duplex: 'half',
    } as RequestInit);
    const answer = await handleSoap(request, test.sandbox);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = createSeqrClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/soap/merchant/cashregister-2`,
    terminal: { id: 'public_test_shop_terminal', password: '12345678' },
    reseller: { id: 'public_test_shop', password: '1234' },
    clientId: 'Tallbacka',
    clientReference: 'webshop 1.0',
    timeoutMs: 5000,
  });
});
afterAll(async () => {
  client.close();
  server.closeAllConnections();
  server.close();
  await test.close();
});

const sek = (amount: number) => ({ amount, currency: 'SEK' }) as const;
const invoice = {
  title: 'Order 1001 <&>',
  clientInvoiceId: '1001',
  totalAmount: sek(59_900),
  invoiceRows: [
    { itemDescription: 'Vas “Tall”', itemQuantity: 1, itemTaxRate: 25, itemTotalAmount: sek(69_900) },
    { itemDescription: 'Rabatt', itemTotalAmount: sek(-10_000) },
  ],
};

it('sends, is paid, learns of it, and hands in its receipt', async () => {
  const { invoiceReference, invoiceQRCode } = await client.sendInvoice({ invoice });
  expect(invoiceQRCode).toBe(`HTTP://SEQR.SE/R${invoiceReference}`);
  expect(await client.getPaymentStatus({ invoiceReference, invoiceVersion: 0 })).toMatchObject({
    status: 'ISSUED',
    version: 0,
  });
  await payInvoice(test.sandbox, invoiceReference, '1234');
  const paid = await client.getPaymentStatus({ invoiceReference, invoiceVersion: 0 });
  expect(paid).toMatchObject({
    status: 'PAID',
    version: 1,
    ersReference: expect.stringMatching(/^\d{25}$/),
    receipt: { invoiceReference, clientInvoiceId: '1001', invoice: { totalAmount: sek(59_900) } },
  });
  const receiptDocument = {
    mimeType: 'text/html',
    receiptData: new TextEncoder().encode('<h1>Kvitto på åäö</h1>'),
    receiptType: 'PAYMENT_RECEIPT',
  } as const;
  await client.submitPaymentReceipt({ ersReference: paid.ersReference ?? '', receiptDocument });
  const kept = await test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference: invoiceReference } });
  expect(Buffer.from(kept.receiptData ?? '', 'base64').toString()).toBe('<h1>Kvitto på åäö</h1>');
});

it('cancels once, and is told the second time', async () => {
  const { invoiceReference } = await client.sendInvoice({ invoice });
  await client.cancelInvoice({ invoiceReference });
  await expect(client.cancelInvoice({ invoiceReference })).rejects.toMatchObject({ resultCode: 95 });
});

it('is refused with the code that fits', async () => {
  await expect(client.benchmarkingNop()).resolves.toBeDefined();
  const wrong = { as: { id: 'public_test_shop_terminal', password: 'wrong' } };
  await expect(client.cancelInvoice({ invoiceReference: '1' }, wrong)).rejects.toMatchObject({ resultCode: 20 });
  await expect(client.getPaymentStatus({ invoiceReference: '1', invoiceVersion: 0 })).rejects.toMatchObject({
    resultCode: 54,
  });
});
