// A shop in Node (the package `soap`) that sells, is paid, refunds and closes its day.
//
//     npm install soap
//     node shop.mjs http://localhost:7070
//
// The sandbox's control API acts as the payer; a person with a phone can pay instead.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import soap from 'soap';

const base = process.argv[2];
const seqr = await soap.createClientAsync(`${base}/soap/merchant/cashregister-2?wsdl`);

const context = (id, type, password, more = {}) => ({
  clientRequestTimeout: 0,
  initiatorPrincipalId: { id, type, ...more },
  password,
});
const terminal = context('public_test_shop_terminal', 'TERMINALID', '12345678');
const reseller = context('public_test_shop', 'RESELLERUSER', '1234', { userId: '9900' });
const sek = (value) => ({ currency: 'SEK', value });
// SEQR requires all these fields in each invoice. Without NO_ACKNOWLEDGMENT, the payer waits for your updateInvoice.
const invoice = (title, total, more = {}) => ({
  paymentMode: 'IMMEDIATE_DEBIT',
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
  issueDate: new Date().toISOString(),
  title,
  clientInvoiceId: '17',
  totalAmount: sek(total),
  cashierId: 'Webshop',
  footer: 'Thank you!',
  ...more,
});

async function call(operation, fields, code = 0) {
  const [{ return: answer }] = await seqr[`${operation}Async`](fields);
  assert.equal(answer.resultCode, code, `${operation}: ${answer.resultCode} ${answer.resultDescription}`);
  return answer;
}

async function send(total) {
  const invoiceRow = [{ itemDescription: 'Kaffe & bulle', itemQuantity: '1', itemTotalAmount: sek(total) }];
  return call('sendInvoice', {
    context: terminal,
    invoice: invoice('Order 17', total, { invoiceRows: { invoiceRow } }),
  });
}

const status = (invoiceReference) =>
  call('getPaymentStatus', { context: terminal, invoiceReference, invoiceVersion: 0 });

async function control(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${base}/sandbox/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  assert(answer.ok, await answer.text());
}

// Sell: show invoiceQRCode, then poll until it is paid.
const { invoiceReference } = await send('95.50');
assert.equal((await status(invoiceReference)).status, 'ISSUED');
await control(`invoices/${invoiceReference}/pay`, { pin: '1234' });
const paid = await status(invoiceReference);
assert.equal(paid.status, 'PAID');
process.stdout.write(`paid ${paid.ersReference}\n`);

// Cancel another invoice.
const canceled = { context: terminal, invoiceReference: (await send('10')).invoiceReference };
await call('cancelInvoice', canceled);
assert.equal((await status(canceled.invoiceReference)).status, 'CANCELED');
await call('cancelInvoice', canceled, 95);

// Refund part of the payment.
const refunded = await call('refundPayment', {
  context: terminal,
  ersReference: paid.ersReference,
  invoice: invoice('Refund', '20'),
});
process.stdout.write(`refunded ${refunded.ersReference}\n`);

// Close the day.
const { transactionPeriodId } = await call('markTransactionPeriod', { context: reseller });
const wanted = {
  context: reseller,
  reportId: 'Reconciliation/STD_RECON_003.xml',
  parameters: { parameter: { entry: [{ key: 'transactionPeriodId', value: transactionPeriodId }] } },
};
let report;
while (!report) {
  const [{ return: answer }] = await seqr.executeReportAsync(wanted);
  assert([0, 2].includes(answer.resultCode), answer.resultDescription);
  report = answer.report;
  if (!report) await pause(500);
}
assert(report.contentString.includes(paid.ersReference) && report.contentString.includes('-20.00000'));
process.stdout.write(`report ${report.title}\n`);
