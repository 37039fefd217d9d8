import { z } from 'zod';
import { readBody } from '../../http/request-body';
import { log } from '../../log';
import { isCurrency, parseDecimal, toDecimal } from '../../money';
import type { XmlField } from '../../xml/write-xml';
import type { RunningSandbox } from '../boot/create-sandbox';
import { ANY_ORIGIN } from '../invoices/public-status';
import { CallLimited, callService, type Json } from './call-service';

// The PHP webshop API that SEQR's payment views of 2013 and early 2014 called. It is open to any origin and uses no
// cookies; the credentials are in the request.

const MAX_BODY_BYTES = 64 * 1024;
const EXCEPTION = { resultCode: 999, resultDescription: 'EXCEPTION', version: 0 };

const optionalText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? undefined : String(value)));

const invoiceRequest = z.object({
  title: optionalText,
  currency: optionalText,
  items: z.array(z.object({ description: optionalText, amount: optionalText })).default([]),
  backURL: optionalText,
  notificationUrl: optionalText,
  terminalId: optionalText,
  password: optionalText,
});

type Item = z.output<typeof invoiceRequest>['items'][number];

/** `POST sendInvoice.php`: sends the invoice in the JSON body and returns sendInvoice's answer. */
export function sendInvoice(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === null) return exception(413);
    const parameters = invoiceRequest.parse(JSON.parse(body));
    return respond(
      await callService(sandbox, 'sendInvoice', parameters, [['invoice', invoiceOf(parameters)]], request),
    );
  });
}

/** `getPaymentStatus.php?invoiceReference=` (or as a form): returns getPaymentStatus's answer. */
export function getPaymentStatus(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const parameters = await readParameters(request);
    return parameters ? respond(await askStatus(sandbox, request, parameters, 'invoiceReference')) : exception(413);
  });
}

/** `invoice.php?invoiceId=`: returns the status only, empty if there is no such invoice. */
export function getStatus(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const { status = '' } = await askStatus(sandbox, request, new URL(request.url).searchParams, 'invoiceId');
    return respond({ status });
  });
}

/** The answer, without a stack trace, to a request that cannot be handled. */
export function exception(status: number, headers: Record<string, string> = {}): Response {
  return respond(EXCEPTION, status, headers);
}

function askStatus(sandbox: RunningSandbox, request: Request, parameters: URLSearchParams, name: string) {
  const fields: XmlField[] = [
    ['invoiceReference', parameters.get(name)],
    ['invoiceVersion', 0],
  ];
  const credentials = {
    terminalId: parameters.get('terminalId') ?? undefined,
    password: parameters.get('password') ?? undefined,
  };
  return callService(sandbox, 'getPaymentStatus', credentials, fields, request);
}

async function readParameters(request: Request): Promise<URLSearchParams | null> {
  const { searchParams } = new URL(request.url);
  if (request.method !== 'POST') return searchParams;
  const body = await readBody(request, MAX_BODY_BYTES);
  return body === null ? null : new URLSearchParams([...searchParams, ...new URLSearchParams(body)]);
}

function invoiceOf({ title, currency, items, backURL, notificationUrl }: z.output<typeof invoiceRequest>): XmlField[] {
  const amountOf = (value: string | undefined): XmlField[] => [
    ['currency', currency],
    ['value', value],
  ];
  return [
    ['acknowledgmentMode', 'NO_ACKNOWLEDGMENT'],
    ['title', title],
    [
      'invoiceRows',
      items.map(
        ({ description, amount }): XmlField => [
          'invoiceRow',
          [
            ['itemDescription', description],
            ['itemTotalAmount', amountOf(amount)],
          ],
        ],
      ),
    ],
    ['totalAmount', amountOf(sumOf(items, currency))],
    ['backURL', backURL],
    ['notificationUrl', notificationUrl],
  ];
}

/** The exact sum of the items. If an amount is invalid, returns its text instead, which the service then refuses. */
function sumOf(items: readonly Item[], currency = ''): string | undefined {
  if (!isCurrency(currency)) return undefined;
  let sum = 0;
  for (const { amount = '' } of items) {
    const money = parseDecimal(amount, currency);
    if (!money) return amount;
    sum += money.amount;
  }
  // An inexact sum is far above the service's limit, so the largest exact integer is refused as well.
  const exact = Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, sum));
  return toDecimal({ amount: exact, currency });
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CallLimited) return exception(429, { 'Retry-After': error.retryAfter });
    // Logs the name only: the message of a syntax error quotes the body, which may contain a password.
    const reason = error instanceof Error ? error.name : 'unknown';
    log.warn({ reason }, 'sandbox: could not handle a request to the PHP API');
    return exception(200);
  }
}

function respond(json: Json, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(json, { status, headers: { ...ANY_ORIGIN, 'Cache-Control': 'no-cache', ...headers } });
}
