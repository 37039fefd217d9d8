// Runs the shop's client against the sandbox over real HTTP. They share a contract file, and these tests check that
// they agree.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getReceipt, listReceipts } from '@/lib/sandbox/invoices/list-receipts';
import { payInvoice } from '@/lib/sandbox/payers/pay-invoice';
import { createSeqrClient, type SeqrClient } from '@/lib/seqr/client';
import type { Invoice } from '@/lib/seqr/types';
import { serveTestSandbox } from '@/lib/testing/sandbox/serve-test-sandbox';
import { openTestSandbox, type TestSandbox } from '@/lib/testing/sandbox/test-sandbox';

let test: TestSandbox;
let server: Awaited<ReturnType<typeof serveTestSandbox>>;
let client: SeqrClient;

beforeAll(async () => {
  test = await openTestSandbox();
  server = await serveTestSandbox(test);
  client = createSeqrClient({
    endpoint: `${server.address}/soap/merchant/cashregister-2`,
    terminal: { id: 'public_test_shop_terminal', password: '12345678' },
    reseller: { id: 'public_test_shop', password: '1234' },
    clientId: 'Tallbacka',
    clientReference: 'webshop 1.0',
    timeoutMs: 5000,
  });
});
afterAll(async () => {
  client.close();
  await server.close();
  await test.close();
});

const sek = (amount: number) => ({ amount, currency: 'SEK' }) as const;
const invoice: Invoice = {
  paymentMode: 'IMMEDIATE_DEBIT',
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
  issueDate: new Date('2026-11-23T13:00:00Z'),
  title: 'Order 1001 <&>',
  clientInvoiceId: '1001',
  cashierId: 'Webshop',
  footer: 'Thank you!',
  totalAmount: sek(59_900),
  invoiceRows: [
    { itemDescription: 'Vas “Tall”', itemQuantity: 1, itemTaxRate: 25, itemTotalAmount: sek(69_900) },
    { itemDescription: 'Rabatt', itemTotalAmount: sek(-10_000) },
  ],
};

it('the client sends an invoice, sees its payment and submits a receipt', async () => {
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
  const [kept] = await listReceipts(test.sandbox, invoiceReference);
  const receipt = await getReceipt(test.sandbox, invoiceReference, kept?.id ?? 0);
  expect(receipt?.data.toString()).toBe('<h1>Kvitto på åäö</h1>');
});

it('the client cancels an invoice once, and gets 95 the second time', async () => {
  const { invoiceReference } = await client.sendInvoice({ invoice });
  await client.cancelInvoice({ invoiceReference });
  await expect(client.cancelInvoice({ invoiceReference })).rejects.toMatchObject({ resultCode: 95 });
});

it('the client gets the result code of a refused call', async () => {
  await expect(client.benchmarkingNop()).resolves.toBeDefined();
  const wrong = { as: { id: 'public_test_shop_terminal', password: 'wrong' } };
  await expect(client.cancelInvoice({ invoiceReference: '1' }, wrong)).rejects.toMatchObject({ resultCode: 20 });
  await expect(client.getPaymentStatus({ invoiceReference: '1', invoiceVersion: 0 })).rejects.toMatchObject({
    resultCode: 54,
  });
});

it('the client commits a reservation, refunds a part and reads the day’s report', async () => {
  const reserved = await client.sendInvoice({ invoice: { ...invoice, paymentMode: 'RESERVATION_REQUIRED' } });
  const { invoiceReference } = reserved;
  await payInvoice(test.sandbox, invoiceReference, '1234');
  expect(await client.getPaymentStatus({ invoiceReference, invoiceVersion: 0 })).toMatchObject({ status: 'RESERVED' });
  const { ersReference = '' } = await client.commitReservation({ invoiceReference, amount: sek(50_000) });
  const refund = await client.refundPayment({
    ersReference,
    invoice: { ...invoice, title: 'Back', totalAmount: sek(10_000) },
  });
  expect(refund.ersReference).not.toBe(ersReference);
  const tooMuch = client.refundPayment({ ersReference, invoice: { totalAmount: sek(40_001) } });
  await expect(tooMuch).rejects.toMatchObject({ resultCode: 98 });

  const asReseller = { as: 'reseller' } as const;
  const { transactionPeriodId } = await client.markTransactionPeriod({}, asReseller);
  const read = () =>
    client.executeReport(
      { reportId: 'Reconciliation/STD_RECON_003.xml', parameters: { transactionPeriodId } },
      asReseller,
    );
  await expect(read()).rejects.toMatchObject({ resultCode: 2, retrySafe: true });
  await test.advance(3);
  const report = await read();
  expect(report.contentString).toContain(`<ErsReference>${refund.ersReference}</ErsReference>`);
});

it('the client registers a till and updates an invoice that waits for it', async () => {
  const { terminalId } = await client.registerTerminal({
    externalTerminalId: 'POS 1',
    password: 'till-1',
    name: 'Till',
  });
  const as = { as: { id: terminalId, password: 'till-1' } };
  await client.assignSeqrId({ seqrId: 'TILL1' }, as);
  const { invoiceReference } = await client.sendInvoice(
    { invoice: { ...invoice, acknowledgmentMode: 'REQUIRE_ACKNOWLEDGMENT' } },
    as,
  );
  await payInvoice(test.sandbox, invoiceReference, '1234');
  expect(await client.getPaymentStatus({ invoiceReference, invoiceVersion: 0 }, as)).toMatchObject({
    status: 'PENDING_ISSUER_ACKNOWLEDGE',
  });
  await client.updateInvoice({ invoiceReference, invoice: { ...invoice, totalAmount: sek(100) } }, as);
  await payInvoice(test.sandbox, invoiceReference, '1234');
  expect(await client.getPaymentStatus({ invoiceReference, invoiceVersion: 1 }, as)).toMatchObject({
    status: 'PAID',
    receipt: { invoice: { totalAmount: sek(100) } },
  });
  await client.unregisterTerminal(as);
  await expect(client.assignSeqrId({ seqrId: 'TILL2' }, as)).rejects.toMatchObject({ resultCode: 33 });
});

it('the client reports a call as possibly executed if the connection closed, and the next call shows that it was', async () => {
  const close = { kind: 'close', operation: 'cancelInvoice', times: 1, afterWork: true } as const;
  await test.sandbox.faults.add(close, new Date());
  const { invoiceReference } = await client.sendInvoice({ invoice });
  await expect(client.cancelInvoice({ invoiceReference })).rejects.toMatchObject({ mayHaveHappened: true });
  await expect(client.cancelInvoice({ invoiceReference })).rejects.toMatchObject({ resultCode: 95 });
});
