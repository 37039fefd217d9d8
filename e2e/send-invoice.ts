import { type APIRequestContext, expect } from 'playwright/test';
import { mark } from './evidence';

type Terminal = { id: string; password: string };
type Draft = {
  terminal?: Terminal;
  cashier?: string;
  total?: string;
  rows?: readonly (readonly [text: string, total: string, discount?: string])[];
  backURL?: string;
  /** Omits the acknowledgmentMode, so that the payer waits for the merchant. */
  withoutMode?: boolean;
  /** The name of a loyalty card that the till swiped; its number is 7. */
  swipedCard?: string;
};

const WEBSHOP: Terminal = { id: 'public_test_shop_terminal', password: '12345678' };
const RESELLER =
  '<initiatorPrincipalId><id>public_test_shop</id><type>RESELLERUSER</type><userId>9900</userId></initiatorPrincipalId><password>1234</password>';

/** Sends an invoice over SOAP as a third-party shop would, and returns its reference. */
export async function sendInvoice(request: APIRequestContext, draft: Draft = {}): Promise<string> {
  const {
    terminal,
    cashier = 'Webshop',
    total = '348.00',
    rows = [
      ['Enamel mug', '199.00'],
      ['Linen towel', '149.00'],
    ],
    backURL,
    withoutMode = false,
    swipedCard,
  } = draft;
  const lines = rows.map(
    ([text, sum, discount]) =>
      `<invoiceRow><itemDescription>${text}</itemDescription>${discount ? `<itemDiscount>${amount(discount)}</itemDiscount>` : ''}<itemQuantity>1</itemQuantity><itemTotalAmount>${amount(sum)}</itemTotalAmount></invoiceRow>`,
  );
  const fields = [
    '<paymentMode>IMMEDIATE_DEBIT</paymentMode>',
    withoutMode ? '' : '<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>',
    '<issueDate>2026-11-23T14:00:00+01:00</issueDate><title>Order 42</title><clientInvoiceId>42</clientInvoiceId>',
    `<invoiceRows>${lines.join('')}</invoiceRows><totalAmount>${amount(total)}</totalAmount>`,
    `<cashierId>${cashier}</cashierId><footer>Thank you!</footer>`,
    backURL ? `<backURL>${backURL}</backURL>` : '',
  ];
  const card = swipedCard
    ? `<tokens><description>${swipedCard}</description><id>7</id><status>1</status></tokens>`
    : '';
  const invoice = `<invoice>${fields.join('')}</invoice>${card}`;
  const answer = await call(request, 'sendInvoice', invoice, callerOf(terminal));
  const reference = /<invoiceReference>(\d+)</.exec(answer)?.[1] ?? '';
  mark(reference);
  return reference;
}

/** Cancels an invoice as the merchant. */
export async function cancelInvoice(request: APIRequestContext, reference: string, terminal?: Terminal): Promise<void> {
  await call(request, 'cancelInvoice', `<invoiceReference>${reference}</invoiceReference>`, callerOf(terminal));
}

/** Answers a payer who waits for the amount, as the merchant. */
export async function answerWaiting(request: APIRequestContext, reference: string): Promise<void> {
  await call(request, 'updateInvoice', `<invoiceReference>${reference}</invoiceReference>`);
}

/** Queries a paid invoice's status as the merchant, which confirms the payment. Returns the payment's ersReference. */
export async function getErsReference(
  request: APIRequestContext,
  reference: string,
  terminal: Terminal,
): Promise<string> {
  const query = `<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`;
  const answer = await call(request, 'getPaymentStatus', query, callerOf(terminal));
  return /<ersReference>(\d+)</.exec(answer)?.[1] ?? '';
}

/** Submits an HTML receipt of a payment as the merchant. */
export async function submitReceipt(
  request: APIRequestContext,
  terminal: Terminal,
  ersReference: string,
  html: string,
): Promise<void> {
  const data = Buffer.from(html).toString('base64');
  const document = `<mimeType>text/html</mimeType><receiptData>${data}</receiptData><receiptType>PAYMENT_RECEIPT</receiptType>`;
  const fields = `<ersReference>${ersReference}</ersReference><receiptDocument>${document}</receiptDocument>`;
  await call(request, 'submitPaymentReceipt', fields, callerOf(terminal));
}

const amount = (value: string) => `<currency>SEK</currency><value>${value}</value>`;

const callerOf = ({ id, password }: Terminal = WEBSHOP) =>
  `<initiatorPrincipalId><id>${id}</id><type>TERMINALID</type></initiatorPrincipalId><password>${password}</password>`;

async function call(request: APIRequestContext, operation: string, body: string, caller = callerOf()): Promise<string> {
  const response = await request.post('/soap/merchant/cashregister-2', {
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    data: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ext="http://external.interfaces.ers.seamless.com/"><soapenv:Body><ext:${operation}><context><clientRequestTimeout>0</clientRequestTimeout>${caller}</context>${body}</ext:${operation}></soapenv:Body></soapenv:Envelope>`,
  });
  const text = await response.text();
  expect(text, operation).toContain('<resultCode>0</resultCode>');
  return text;
}

/** Registers a till with this static code. */
export async function registerTill(request: APIRequestContext, seqrId: string, name = 'Till'): Promise<Terminal> {
  const password = 'till-secret';
  const answer = await call(
    request,
    'registerTerminal',
    `<password>${password}</password><name>${name}</name>`,
    RESELLER,
  );
  const till = { id: /<terminalId>(\w+)</.exec(answer)?.[1] ?? '', password };
  await call(request, 'assignSeqrId', `<seqrId>${seqrId}</seqrId>`, callerOf(till));
  return till;
}
