import { createClientAsync } from 'soap';
import { expect, test } from 'vitest';
import { operations } from '../operations';
import { publishedCodes, ResultCode, resultName } from './result-codes';
import { placeholderAddress, readWsdl, targetNamespace, wsdlPath } from './wsdl';

type Description = { [field: string]: string | Description };

const client = await createClientAsync(wsdlPath, { disableCache: true });
const port: Record<string, { input: Description; output: Description }> =
  client.describe().ERSWSExternalClientServiceService.ERSWSExternalClientServicePort;

/** Field names in order, without node-soap's additions. */
const fieldsOf = (description: Description | string | undefined) =>
  Object.keys(typeof description === 'object' ? description : {}).filter((name) => !name.startsWith('target'));
const inside = (description: Description | undefined, field: string): Description => {
  const value = description?.[field];
  return typeof value === 'object' ? value : {};
};

const outcome = ['ersReference', 'resultCode', 'resultDescription'];

test.each<[operation: string, request: string, answer: string]>([
  ['sendInvoice', 'context invoice tokens[]', 'invoiceQRCode invoiceReference'],
  ['updateInvoice', 'context invoiceReference invoice tokens[]', ''],
  ['getPaymentStatus', 'context invoiceReference invoiceVersion', 'status receipt customerTokens version'],
  ['cancelInvoice', 'context invoiceReference', ''],
  ['commitReservation', 'context amount invoiceReference', ''],
  ['submitPaymentReceipt', 'context ersReference receiptDocument', ''],
  ['refundPayment', 'context ersReference invoice', ''],
  ['registerTerminal', 'context externalTerminalId password name', 'terminalId'],
  ['unregisterTerminal', 'context', ''],
  ['assignSeqrId', 'context seqrId', ''],
  ['markTransactionPeriod', 'context parameters', 'transactionPeriodId'],
  ['executeReport', 'context reportId language parameters', 'report'],
  ['benchmarkingNop', '', ''],
  ['confirmCustomerRegistration', 'context principalId secondaryPrincipalId registrationReference', ''],
  ['requestPrincipalInformation', 'context principalId', 'requestedPrincipal'],
  ['changePrincipalPassword', 'context principalId newPassword', ''],
  [
    'requestPurchase',
    'context senderPrincipalId receiverPrincipalId senderAccountSpecifier receiverAccountSpecifier purchaseOrder[]',
    'paymentPrincipal purchaseReference purchasedProducts[] receiverPrincipal',
  ],
  [
    'requestTopup',
    'context senderPrincipalId topupPrincipalId senderAccountSpecifier topupAccountSpecifier productId amount',
    'requestedTopupAmount senderPrincipal topupAccountSpecifier topupAmount topupPrincipal',
  ],
  [
    'requestTransfer',
    'context senderPrincipalId receiverPrincipalId senderAccountSpecifier receiverAccountSpecifier productId amount',
    'receivedAmount receiverPrincipal requestedTransferAmount senderPrincipal',
  ],
])('%s has the published fields in the published order', (operation, request, answer) => {
  expect(fieldsOf(port[operation]?.input).join(' ')).toBe(request);
  expect(fieldsOf(port[operation]?.output)).toEqual(['return']);
  expect(fieldsOf(inside(port[operation]?.output, 'return'))).toEqual([
    ...outcome,
    ...answer.split(' ').filter(Boolean),
  ]);
});

test('has nineteen operations, including all that the client calls', () => {
  expect(Object.keys(port)).toHaveLength(19);
  expect(Object.keys(port)).toEqual(expect.arrayContaining(Object.keys(operations)));
});

test('has the published types', () => {
  const send = port.sendInvoice?.input;
  const invoice = inside(send, 'invoice');
  expect(fieldsOf(inside(send, 'context')).join(' ')).toBe(
    'channel clientComment clientId clientReference clientRequestTimeout initiatorPrincipalId password',
  );
  expect(fieldsOf(invoice).join(' ')).toBe(
    'paymentMode acknowledgmentMode issueDate title clientInvoiceId invoiceRows totalAmount cashierId footer backURL notificationUrl commitReservationTimeout',
  );
  expect(fieldsOf(inside(inside(invoice, 'invoiceRows'), 'invoiceRow[]')).join(' ')).toBe(
    'itemDescription itemDiscount itemEAN itemQuantity itemSKU itemTaxRate itemTotalAmount itemUnit itemUnitPrice',
  );
  expect(fieldsOf(inside(send, 'tokens[]')).join(' ')).toBe('description id status value');
  const status = inside(port.getPaymentStatus?.output, 'return');
  expect(fieldsOf(inside(status, 'receipt')).join(' ')).toBe(
    'terminalId paymentDate clientInvoiceId invoiceReference paymentReference payerTerminalId receiverName invoice',
  );
  expect(fieldsOf(inside(status, 'customerTokens'))).toEqual(['token[]']);
  expect(status.status).toContain('ISSUED,PAID,PENDING_ISSUER_ACKNOWLEDGE,CANCELED,FAILED,RESERVED,EXPIRED');
});

test('qualifies only wrappers, has an empty SOAPAction and a placeholder address', () => {
  const wsdl = readWsdl();
  expect(wsdl).toContain(`targetNamespace="${targetNamespace}" elementFormDefault="unqualified"`);
  expect(wsdl.match(/soapAction=""/g)).toHaveLength(19);
  expect(wsdl.match(/soapAction=/g)).toHaveLength(19);
  expect(wsdl.split(`location="${placeholderAddress}"`)).toHaveLength(2);
});

test('has one name per result code', () => {
  expect(Object.keys(ResultCode)).toHaveLength(28);
  for (const [name, code] of Object.entries(ResultCode)) expect(resultName(code)).toBe(name);
  expect(publishedCodes.map(([code]) => code).join(' ')).toBe(
    '0 1 2 10 11 12 13 20 21 22 23 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 ' +
      '57 58 60 61 62 63 64 90 91 92 93 94 95 96 97 98 99',
  );
  expect(resultName(1)).toBe('PENDING_APPROVAL');
  expect(resultName(12345)).toBeUndefined();
});
