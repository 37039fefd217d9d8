// Calls every operation of a WSDL with node-soap and prints each with its result code.
//
//     node all-operations.mjs http://localhost:7070 /extclientproxy/service/v2
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import soap from 'soap';

const [base, path] = process.argv.slice(2);
const seqr = await soap.createClientAsync(`${base}${path}?wsdl`);

/** @type {(type: string, id: string, password: string, more?: object) => object} */
const signedBy = (type, id, password, more = {}) => ({
  clientRequestTimeout: 0,
  initiatorPrincipalId: { id, type, ...more },
  password,
});
/** @type {(value: string) => object} */
const sek = (value) => ({ currency: 'SEK', value });
/** @type {(key: string, value: string) => object} */
const parameters = (key, value) => ({ parameter: { entry: [{ key, value }] } });

/** @type {(total: string, paymentMode?: string) => object} */
const invoice = (total, paymentMode = 'IMMEDIATE_DEBIT') => ({
  paymentMode,
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
  issueDate: new Date().toISOString(),
  title: 'Order 17',
  clientInvoiceId: '17',
  invoiceRows: {
    invoiceRow: [{ itemDescription: 'Kaffe & bulle', itemQuantity: '1', itemTotalAmount: sek(total) }],
  },
  totalAmount: sek(total),
  cashierId: 'webshop',
  footer: 'Tack!',
});

/**
 * @param {string} operation
 * @param {object} fields
 */
async function call(operation, fields = {}) {
  const [{ return: answer }] = await seqr[`${operation}Async`](fields);
  process.stdout.write(`${operation} ${answer.resultCode}\n`);
  return answer;
}

/** @param {string} reference */
async function pay(reference) {
  const headers = { 'Content-Type': 'application/json' };
  const address = `${base}/sandbox/api/invoices/${reference}/pay`;
  const response = await fetch(address, { method: 'POST', headers, body: '{"pin":"1234"}' });
  assert(response.ok, await response.text());
}

/**
 * @param {string} invoiceReference
 * @param {string} expected
 */
async function status(invoiceReference, expected) {
  const answer = await call('getPaymentStatus', { context: terminal, invoiceReference, invoiceVersion: 0 });
  assert.equal(answer.status, expected);
  return answer;
}

const terminal = signedBy('TERMINALID', 'public_test_shop_terminal', '12345678');
const reseller = signedBy('RESELLERUSER', 'public_test_shop', '1234', { userId: '9900' });

await call('benchmarkingNop');
const registration = { context: reseller, externalTerminalId: 'till', password: 'secret', name: 'Till' };
const { terminalId } = await call('registerTerminal', registration);
const till = signedBy('TERMINALID', terminalId, 'secret');
await call('assignSeqrId', { context: till, seqrId: 'TILL1' });

const { invoiceReference } = await call('sendInvoice', { context: terminal, invoice: invoice('95.50') });
await call('updateInvoice', { context: terminal, invoiceReference, invoice: invoice('90.00') });
await pay(invoiceReference);
const paid = await status(invoiceReference, 'PAID');
assert.equal(Number(paid.receipt.invoice.totalAmount.value), 90);
const payment = { context: terminal, ersReference: paid.ersReference };
const receiptData = Buffer.from('<h1>Tack!</h1>').toString('base64');
const receiptDocument = { mimeType: 'text/html', receiptData, receiptType: 'PAYMENT_RECEIPT' };
await call('submitPaymentReceipt', { ...payment, receiptDocument });
await call('refundPayment', { ...payment, invoice: invoice('20.00') });

const reserved = await call('sendInvoice', { context: terminal, invoice: invoice('50', 'RESERVATION_REQUIRED') });
await pay(reserved.invoiceReference);
await status(reserved.invoiceReference, 'RESERVED');
const commit = { context: terminal, amount: sek('40'), invoiceReference: reserved.invoiceReference };
await call('commitReservation', commit);
const canceled = await call('sendInvoice', { context: terminal, invoice: invoice('10') });
await call('cancelInvoice', { context: terminal, invoiceReference: canceled.invoiceReference });

const { transactionPeriodId } = await call('markTransactionPeriod', {
  context: terminal,
  parameters: parameters('TERMINALID', 'public_test_shop_terminal'),
});
const wanted = {
  context: terminal,
  reportId: 'Reconciliation/STD_RECON_007.xml',
  language: 'en',
  parameters: parameters('transactionPeriodId', transactionPeriodId),
};
let answer;
do {
  await pause(200);
  [{ return: answer }] = await seqr.executeReportAsync(wanted);
} while (answer.resultCode === 2);
process.stdout.write(`executeReport ${answer.resultCode}\n`);
assert(answer.report.contentString.includes(paid.ersReference));
await call('unregisterTerminal', { context: till });

const person = { id: '46700000000', type: 'MSISDN' };
const account = { accountId: '1', accountTypeId: 'BANK' };
const sender = { context: terminal, senderPrincipalId: person };
const registered = { principalId: person, secondaryPrincipalId: person, registrationReference: '1' };
await call('confirmCustomerRegistration', { context: terminal, ...registered });
await call('requestPrincipalInformation', { context: terminal, principalId: person });
await call('changePrincipalPassword', { context: terminal, principalId: person, newPassword: 'secret2' });
await call('requestPurchase', {
  ...sender,
  receiverPrincipalId: person,
  senderAccountSpecifier: account,
  receiverAccountSpecifier: account,
  purchaseOrder: [{ productSpecifier: { productId: '1', productIdType: 'SKU' }, purchaseCount: 2 }],
});
await call('requestTopup', {
  ...sender,
  topupPrincipalId: person,
  senderAccountSpecifier: account,
  topupAccountSpecifier: account,
  productId: '1',
  amount: sek('10'),
});
await call('requestTransfer', {
  ...sender,
  receiverPrincipalId: person,
  senderAccountSpecifier: account,
  receiverAccountSpecifier: account,
  productId: '1',
  amount: sek('10'),
});
