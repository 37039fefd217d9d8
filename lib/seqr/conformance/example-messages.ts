// Example messages in the documented form, completed with the fields that SEQR requires from a webshop.

import type { XmlElement } from '../../xml/parse-xml';
import type { OperationName } from './expectations';

type Content = string | XmlElement[];

function element(name: string, content: Content, uri = ''): XmlElement {
  const simple = typeof content === 'string';
  return { name, uri, attributes: [], children: simple ? [] : content, text: simple ? content : '' };
}

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const SEQR = 'http://external.interfaces.ers.seamless.com/';

export const EXAMPLE_HEADERS: Record<string, string> = {
  'content-type': 'text/xml; charset=utf-8',
  soapaction: '""',
};

function context(principal: XmlElement[]): XmlElement {
  return element('context', [
    element('channel', 'webshop'),
    element('clientComment', 'spring sale'),
    element('clientId', 'Kiosk Vinter AB'),
    element('clientReference', 'kiosk 3.2.1'),
    element('clientRequestTimeout', '0'),
    element('initiatorPrincipalId', principal),
    element('password', '87654321'),
  ]);
}

const terminal = () => context([element('id', '5d1c2f7a90b84e6f'), element('type', 'TERMINALID')]);

const resellerUser = () =>
  context([element('id', 'kioskvinter'), element('type', 'RESELLERUSER'), element('userId', '9900')]);

function amount(name: string, value: string): XmlElement {
  return element(name, [element('currency', 'SEK'), element('value', value)]);
}

function row(description: string, quantity: string, unitPrice: string, total: string): XmlElement {
  return element('invoiceRow', [
    element('itemDescription', description),
    amount('itemDiscount', '0'),
    element('itemEAN', '7310865004703'),
    element('itemQuantity', quantity),
    element('itemSKU', 'A-16'),
    element('itemTaxRate', '25'),
    amount('itemTotalAmount', total),
    element('itemUnit', ''),
    amount('itemUnitPrice', unitPrice),
  ]);
}

function fullInvoice(): XmlElement {
  return element('invoice', [
    element('paymentMode', 'IMMEDIATE_DEBIT'),
    element('acknowledgmentMode', 'NO_ACKNOWLEDGMENT'),
    element('issueDate', '2016-02-29T23:59:59.123+01:00'),
    element('title', 'Your order'),
    element('clientInvoiceId', 'W-1007'),
    element('invoiceRows', [row('Tea tin', '2', ' +40.0 ', '80.00'), row('Voucher', '1', '-15', '-15')]),
    amount('totalAmount', '65.00'),
    element('cashierId', 'Web'),
    element('footer', 'Welcome back'),
    element('backURL', 'https://kiosk.example/orders/1007'),
    element('notificationUrl', 'https://kiosk.example/seqr'),
  ]);
}

const shortInvoice = (title: string) =>
  element('invoice', [element('title', title), amount('totalAmount', '10.22'), element('cashierId', 'Web')]);

function parameters(key: string, value: string): XmlElement {
  const entry = element('entry', [element('key', key), element('value', value)]);
  return element('parameters', [element('parameter', [entry])]);
}

const loyaltyCard = (id: string, status: string) =>
  element('tokens', [
    element('description', 'Tea club'),
    element('id', id),
    element('status', status),
    element('value', '10 %'),
  ]);

const FIELDS: Record<OperationName, () => XmlElement[]> = {
  sendInvoice: () => [terminal(), fullInvoice()],
  getPaymentStatus: () => [terminal(), element('invoiceReference', '1402000000001'), element('invoiceVersion', '3')],
  updateInvoice: () => [
    terminal(),
    element('invoiceReference', '1402000000001'),
    shortInvoice('Your order'),
    loyaltyCard('LOYAL-7', '1'),
    loyaltyCard('LOYAL-8', '99'),
  ],
  cancelInvoice: () => [terminal(), element('invoiceReference', '1402000000001')],
  submitPaymentReceipt: () => [
    terminal(),
    element('ersReference', '2016022923595912301000007'),
    element('receiptDocument', [
      element('mimeType', 'text/html'),
      element('receiptData', 'PHA+T0s8L3A+'),
      element('receiptType', 'PAYMENT_RECEIPT'),
    ]),
  ],
  refundPayment: () => [terminal(), element('ersReference', '2016022923595912301000007'), shortInvoice('Refund')],
  markTransactionPeriod: () => [resellerUser(), parameters('TERMINALID', '5d1c2f7a90b84e6f')],
  executeReport: () => [
    resellerUser(),
    element('reportId', 'Reconciliation/STD_RECON_003.xml'),
    element('language', 'en'),
    parameters('transactionPeriodId', '2016022923595912301000008'),
  ],
};

export function exampleMessage(operation: OperationName): XmlElement {
  const wrapper = element(operation, FIELDS[operation](), SEQR);
  return element('Envelope', [element('Header', '', SOAP), element('Body', [wrapper], SOAP)], SOAP);
}

/** Finds the elements at a path below the wrapper. The path `''` is the wrapper itself. */
export function findAll(envelope: XmlElement, path: string): XmlElement[] {
  let found = envelope.children.flatMap((child) => child.children).slice(0, 1);
  for (const name of path === '' ? [] : path.split('/')) {
    found = found.flatMap((parent) => parent.children.filter((child) => child.name === name));
  }
  return found;
}

export function find(envelope: XmlElement, path: string): XmlElement {
  const [found] = findAll(envelope, path);
  if (!found) throw new Error(`The example has no ${path}.`);
  return found;
}

export function addChild(envelope: XmlElement, parent: string, name: string, content: Content): void {
  find(envelope, parent).children.push(element(name, content));
}

export function removeAll(envelope: XmlElement, path: string): void {
  const end = path.lastIndexOf('/');
  for (const parent of findAll(envelope, end < 0 ? '' : path.slice(0, end))) {
    parent.children = parent.children.filter(({ name }) => name !== path.slice(end + 1));
  }
}
