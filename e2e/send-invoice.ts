import { type APIRequestContext, expect } from 'playwright/test';

type Draft = { total?: string; rows?: readonly (readonly [text: string, total: string])[]; backURL?: string };

const TERMINAL =
  '<initiatorPrincipalId><id>public_test_shop_terminal</id><type>TERMINALID</type></initiatorPrincipalId><password>12345678</password>';

/** Sends an invoice as a foreign shop would, by SOAP, and returns its reference. */
export async function sendInvoice(request: APIRequestContext, draft: Draft = {}): Promise<string> {
  const {
    total = '348.00',
    rows = [
      ['Enamel mug', '199.00'],
      ['Linen towel', '149.00'],
    ],
    backURL,
  } = draft;
  const lines = rows.map(
    ([text, sum]) =>
      `<invoiceRow><itemDescription>${text}</itemDescription><itemQuantity>1</itemQuantity><itemTotalAmount>${amount(sum)}</itemTotalAmount></invoiceRow>`,
  );
  const fields = [
    '<paymentMode>IMMEDIATE_DEBIT</paymentMode><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>',
    '<issueDate>2026-11-23T14:00:00+01:00</issueDate><title>Order 42</title><clientInvoiceId>42</clientInvoiceId>',
    `<invoiceRows>${lines.join('')}</invoiceRows><totalAmount>${amount(total)}</totalAmount>`,
    '<cashierId>Webshop</cashierId><footer>Thank you!</footer>',
    backURL ? `<backURL>${backURL}</backURL>` : '',
  ];
  const answer = await call(request, 'sendInvoice', `<invoice>${fields.join('')}</invoice>`);
  return /<invoiceReference>(\d+)</.exec(answer)?.[1] ?? '';
}

/** The merchant takes its invoice back. */
export async function cancelInvoice(request: APIRequestContext, reference: string): Promise<void> {
  await call(request, 'cancelInvoice', `<invoiceReference>${reference}</invoiceReference>`);
}

const amount = (value: string) => `<currency>SEK</currency><value>${value}</value>`;

async function call(request: APIRequestContext, operation: string, body: string): Promise<string> {
  const response = await request.post('/soap/merchant/cashregister-2', {
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    data: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ext="http://external.interfaces.ers.seamless.com/"><soapenv:Body><ext:${operation}><context><clientRequestTimeout>0</clientRequestTimeout>${TERMINAL}</context>${body}</ext:${operation}></soapenv:Body></soapenv:Envelope>`,
  });
  const text = await response.text();
  expect(text, operation).toContain('<resultCode>0</resultCode>');
  return text;
}

/** Gives the test terminal a static code. */
export async function assignSeqrId(request: APIRequestContext, seqrId: string): Promise<void> {
  await call(request, 'assignSeqrId', `<seqrId>${seqrId}</seqrId>`);
}
