import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf, publishedCodes, type ResultName } from '../../seqr/contract/result-codes';
import {
  amount,
  openTestSandbox,
  resellerContext,
  type TestAnswer,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { newFault } from '../faults/fault';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const named = (reference: string) => `<invoiceReference>${reference}</invoiceReference>`;
const total = (value: string) => `<invoice>${amount('totalAmount', value)}</invoice>`;
const refund = (ersReference: string, value: string) =>
  test.call('refundPayment', `<ersReference>${ersReference}</ersReference>${total(value)}`);
const reservation = async (mode: string) => {
  const reference = await test.sendInvoice(`<paymentMode>${mode}</paymentMode>`);
  await payInvoice(test.sandbox, reference, '1234');
  return reference;
};
const confirming = async () => {
  const reference = await test.sendInvoice();
  await payInvoice(test.sandbox, reference, '1234', { takesSeconds: 5 });
  return reference;
};
const callWithFault = async (resultCode: number) => {
  await test.sandbox.faults.add(newFault.parse({ kind: 'resultCode', resultCode, times: 1 }), new Date());
  return test.call('benchmarkingNop');
};

/** One request per result code; a code without one does not compile. */
const requests: Record<ResultName, () => Promise<TestAnswer>> = {
  SUCCESS: () => test.call('benchmarkingNop'),
  REPORT_NOT_READY: async () => {
    const marked = await test.call('markTransactionPeriod', '', resellerContext());
    const period = `<entry><key>transactionPeriodId</key><value>${marked.get('transactionPeriodId')}</value></entry>`;
    const fields = `<reportId>Reconciliation/Shop.xml</reportId><parameters><parameter>${period}</parameter></parameters>`;
    return test.call('executeReport', fields, resellerContext());
  },
  REJECTED_AMOUNT: () => test.call('sendInvoice', total('10000000')),
  REJECTED_PAYMENT: async () => {
    const reference = await reservation('RESERVATION_REQUIRED_PRELIMINARY_AMOUNT');
    return test.call('commitReservation', named(reference) + amount('amount', '200000'));
  },
  AUTHENTICATION_FAILED: () => test.call('sendInvoice', '', terminalContext('public_test_shop_terminal', 'x')),
  ACCESS_DENIED: () => test.call('sendInvoice', total('1'), resellerContext()),
  INVALID_ERS_REFERENCE: () => refund('1', '1'),
  INVALID_INITIATOR_PRINCIPAL_ID: () => test.call('sendInvoice', '', terminalContext('nobody')),
  INVALID_INITIATOR_PRINCIPAL_STATE: async () => {
    const till = await test.registerTerminal();
    await test.call('unregisterTerminal', '', till.context);
    return test.call('sendInvoice', total('1'), till.context);
  },
  INITIATOR_PRINCIPAL_NOT_FOUND: () => test.call('registerTerminal', '', resellerContext('nobody')),
  PAYMENT_IN_PROGRESS: async () => test.call('updateInvoice', named(await confirming()) + total('1')),
  INVALID_INVOICE_DATA: () => test.call('sendInvoice', total('0')),
  CANNOT_CANCEL_PAID_INVOICE: async () => test.call('cancelInvoice', named((await test.buy()).reference)),
  CANNOT_CANCEL_INVOICE_IN_PROGRESS: async () => test.call('cancelInvoice', named(await confirming())),
  INVALID_SEQR_ID: () => test.call('assignSeqrId', '<seqrId>a-b</seqrId>'),
  INVALID_INVOICE_REFERENCE: () => test.call('cancelInvoice', named('1')),
  PAYMENT_ALREADY_CANCELLED: async () => {
    const reference = await test.sendInvoice();
    const paid = await payInvoice(test.sandbox, reference, '1234');
    await test.advance(20, { invoiceReference: reference });
    return refund((paid.ok && paid.ersReference) || '', '1');
  },
  PAYMENT_EXPIRED: async () => {
    const reference = await test.sendInvoice();
    await test.advance(86_400, { invoiceReference: reference });
    return test.call('cancelInvoice', named(reference));
  },
  INVALID_NOTIFICATION_URL: () =>
    test.call('sendInvoice', total('1').replace('</invoice>', '<notificationUrl>ftp://a</notificationUrl></invoice>')),
  SYSTEM_ERROR: async () => test.call('updateInvoice', named((await test.buy()).reference) + total('1')),
  UNSUPPORTED_OPERATION: () => test.call('requestTopup'),
  SYSTEM_BUSY: () => callWithFault(93),
  SERVICE_UNAVAILABLE: () => callWithFault(94),
  INVOICE_ALREADY_CANCELED: async () => {
    const reference = await test.sendInvoice();
    await test.call('cancelInvoice', named(reference));
    return test.call('cancelInvoice', named(reference));
  },
  INVOICE_STATE_NOT_RESERVED: async () => test.call('commitReservation', named(await test.sendInvoice())),
  RESELLER_NOT_ALLOWED_TO_DO_REFUND: async () => {
    const { ersReference } = await test.buy();
    const allow = (mayRefund: boolean) =>
      test.sandbox.db.write((tx) => tx.reseller.updateMany({ data: { mayRefund } }));
    await allow(false);
    const answer = await refund(ersReference, '1');
    await allow(true);
    return answer;
  },
  SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION: async () => refund((await test.buy()).ersReference, '101'),
  RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS: async () => {
    await savePayer(test.sandbox, 'strict', { refundable: false });
    const reference = await test.sendInvoice();
    const paid = await payInvoice(test.sandbox, reference, '1234', { payerId: 'strict' });
    return refund((paid.ok && paid.ersReference) || '', '1');
  },
};

const describe98 = (name: string) =>
  name.startsWith('SUM_OF') ? 'Sum of refunds can not be more than original transaction' : name;

it.each(Object.entries(requests))('returns %s', async (name, request) => {
  const answer = await request();
  expect([answer.code, answer.description]).toEqual([codeOf(name as ResultName), describe98(name)]);
});

it.each([
  'confirmCustomerRegistration',
  'requestPrincipalInformation',
  'requestPurchase',
  'requestTopup',
  'requestTransfer',
  'changePrincipalPassword',
])('answers 91 for %s', async (operation) => {
  expect((await test.call(operation)).code).toBe(91);
});

it.each(publishedCodes)('returns %i %s on demand', async (code, name) => {
  const answer = await callWithFault(code);
  expect([answer.code, answer.description]).toEqual([code, describe98(name)]);
});
