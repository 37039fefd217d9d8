import type { FaultField, FaultKindView } from '@/components/sandbox/console/fault-form';
import type { FaultKind } from '@/lib/sandbox/console/console';
import { publishedCodes } from '@/lib/seqr/contract/result-codes';

const scopeFields: FaultField[] = [
  { name: 'terminalId', label: 'Only this terminal', type: 'text' },
  { name: 'invoiceReference', label: 'Only this invoice', type: 'text' },
  { name: 'clientInvoiceId', label: 'Only this clientInvoiceId', type: 'text' },
  { name: 'sku', label: 'Only invoices with this itemSKU', type: 'text' },
];
const times: FaultField = { name: 'times', label: 'How many times', type: 'number', hint: 'until ended' };
const seconds: FaultField = { name: 'seconds', label: 'Seconds', type: 'number', step: 'any', value: '5' };
const resultCode: FaultField = {
  name: 'resultCode',
  label: 'Result code',
  type: 'select',
  options: publishedCodes.map(([code, name]) => ({ value: String(code), label: `${code} ${name}` })),
  value: '93',
  isNumber: true,
};
const afterWork: FaultField = { name: 'afterWork', label: 'After processing the call', type: 'checkbox' };

function fieldsOfCalls(operations: readonly string[], ...own: FaultField[]): FaultField[] {
  return [
    ...own,
    { name: 'operation', label: 'Operation', type: 'select', options: ['', ...operations] },
    ...scopeFields,
    times,
  ];
}

/** Every kind of fault with its form. A kind without a form is a type error. */
export function faultKinds(operations: readonly string[]): Record<FaultKind, Omit<FaultKindView, 'kind'>> {
  const callFields = (...own: FaultField[]) => fieldsOfCalls(operations, ...own);
  const otherFields = (...own: FaultField[]) => [...own, ...scopeFields, times];
  return {
    resultCode: {
      title: 'Answer with a result code',
      text: 'The call is answered with one of SEQR’s result codes, such as 93 SYSTEM_BUSY.',
      fields: callFields(resultCode, afterWork),
    },
    delay: { title: 'Answer late', text: 'Delays the call before it is processed.', fields: callFields(seconds) },
    hang: {
      title: 'Never answer',
      text: 'The connection stays open without an answer until the client times out.',
      fields: callFields(afterWork),
    },
    close: {
      title: 'Close the connection',
      text: 'The connection is dropped before the answer. If the call was processed, the client cannot know what happened.',
      fields: callFields({ ...afterWork, value: 'true' }),
    },
    http: {
      title: 'Answer with an HTTP status',
      text: 'An HTML page with that status, as a proxy or an overloaded server sends it.',
      fields: callFields({ name: 'status', label: 'HTTP status', type: 'number', value: '503' }, afterWork),
    },
    soapFault: {
      title: 'Answer with a SOAP fault',
      text: 'A SOAP fault instead of the answer.',
      fields: callFields({ name: 'message', label: 'Fault text', type: 'text', hint: 'The service failed' }, afterWork),
    },
    malformed: {
      title: 'Answer with malformed XML',
      text: 'The call is processed, but an end tag of the answer is misspelt.',
      fields: callFields(),
    },
    truncated: {
      title: 'Cut the answer off',
      text: 'The call is processed, but only half of the answer arrives.',
      fields: callFields(),
    },
    stale: {
      title: 'Answer with the previous status',
      text: 'getPaymentStatus returns the status and version from before the last change.',
      fields: otherFields(),
    },
    status: {
      title: 'Answer with another status',
      text: 'getPaymentStatus returns this status, even an unknown one.',
      fields: otherFields({ name: 'status', label: 'Status', type: 'text', value: 'PARTIALLY_PAID' }),
    },
    wrongReceipt: {
      title: 'Answer with a wrong receipt',
      text: 'getPaymentStatus says PAID, with another amount, currency or reference than was paid, or without a receipt.',
      fields: otherFields(
        { name: 'amount', label: 'Amount', type: 'text', hint: 'as paid' },
        { name: 'currency', label: 'Currency', type: 'text', hint: 'as paid' },
        { name: 'ersReference', label: 'ersReference', type: 'text', hint: 'digits, or none' },
        { name: 'receiptOf', label: 'Receipt of another invoice', type: 'text', hint: 'its reference' },
        { name: 'missing', label: 'Without a receipt', type: 'checkbox' },
      ),
    },
    down: {
      title: 'Be down',
      text: 'Drops every connection and processes nothing, as if the service were down.',
      fields: otherFields(),
    },
    dropNotification: {
      title: 'Lose notifications',
      text: 'Counts the notification as sent, but never sends it.',
      fields: otherFields(),
    },
    delayNotification: {
      title: 'Delay notifications',
      text: 'Sends notifications later.',
      fields: otherFields(seconds),
    },
    repeatNotification: {
      title: 'Repeat notifications',
      text: 'Sends each notification this many more times.',
      fields: otherFields({ name: 'copies', label: 'More copies', type: 'number', value: '1' }),
    },
    reorderNotifications: {
      title: 'Reorder notifications',
      text: 'Holds back this many notifications, then sends them in reverse order.',
      fields: [...scopeFields, { ...times, label: 'How many', hint: '2' }],
    },
    refusePayer: {
      title: 'Refuse the payer',
      text: 'The bank rejects the payment when the payer confirms.',
      fields: otherFields({
        name: 'reason',
        label: 'Why',
        type: 'select',
        options: ['payment-failed', 'too-little-money'],
        value: 'payment-failed',
      }),
    },
    payAmount: {
      title: 'Pay another amount',
      text: 'The payer pays this amount instead of the invoice’s total, and SEQR records it.',
      fields: otherFields({ name: 'amount', label: 'Amount', type: 'text', value: '10.00' }),
    },
    reversePayment: {
      title: 'Reverse a payment',
      text: 'Reverses a paid invoice after this many seconds, even if the merchant has acknowledged it.',
      fields: otherFields({ ...seconds, value: '0' }),
    },
  };
}

export function isFaultKind(kind: string | undefined, kinds: Record<FaultKind, unknown>): kind is FaultKind {
  return kind !== undefined && Object.hasOwn(kinds, kind);
}
