import { z } from 'zod';
import { log } from '../../log';
import { isCurrency, parseDecimal, toDecimal } from '../../money';
import { readBody } from '../../request-body';
import { ANY_ORIGIN } from '../public-status';
import type { RunningSandbox } from '../sandbox';
import type { XmlField } from '../soap/write-xml';
import { callService, type Json } from './call-service';

// The webshop API in PHP that SEQR's payment views of 2013 and early 2014 queried. It is open to any origin and uses
// no cookies; the credentials are in the request.

const LARGEST_BODY = 64 * 1024;
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

/** `POST sendInvoice.php`: sends the invoice in the JSON body and answers what sendInvoice returned. */
export function sendInvoice(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const body = await readBody(request, LARGEST_BODY);
    if (body === null) return exception(413);
    const given = invoiceRequest.parse(JSON.parse(body));
    return respond(await callService(sandbox, 'sendInvoice', given, [['invoice', invoiceOf(given)]], request));
  });
}

/** `getPaymentStatus.php?invoiceReference=` (or the same as a form): answers what getPaymentStatus returned. */
export function getPaymentStatus(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const given = await readParameters(request);
    return given ? respond(await askStatus(sandbox, request, given, 'invoiceReference')) : exception(413);
  });
}

/** `invoice.php?invoiceId=`: answers the status alone, an empty one if there is no such invoice. */
export function getStatus(sandbox: RunningSandbox, request: Request): Promise<Response> {
  return answer(async () => {
    const { status = '' } = await askStatus(sandbox, request, new URL(request.url).searchParams, 'invoiceId');
    return respond({ status });
  });
}

/** The answer of these paths to a request that cannot be handled; never a stack trace. */
export function exception(status: number, headers: Record<string, string> = {}): Response {
  return respond(EXCEPTION, status, headers);
}

function askStatus(sandbox: RunningSandbox, request: Request, given: URLSearchParams, name: string) {
  const fields: XmlField[] = [
    ['invoiceReference', given.get(name)],
    ['invoiceVersion', 0],
  ];
  const credentials = {
    terminalId: given.get('terminalId') ?? undefined,
    password: given.get('password') ?? undefined,
  };
  return callService(sandbox, 'getPaymentStatus', credentials, fields, request);
}

async function readParameters(request: Request): Promise<URLSearchParams | null> {
  const { searchParams } = new URL(request.url);
  if (request.method !== 'POST') return searchParams;
  const body = await readBody(request, LARGEST_BODY);
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

/** The exact sum; of amounts that cannot be added, the first such text, so that the service refuses and names it. */
function sumOf(items: readonly Item[], currency = ''): string | undefined {
  if (!isCurrency(currency)) return undefined;
  let sum = 0;
  for (const { amount = '' } of items) {
    const money = parseDecimal(amount, currency);
    if (!money) return amount;
    sum += money.amount;
  }
  // What is no exact integer is far above what the service accepts, so the largest exact one is refused just the same.
  const exact = Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, sum));
  return toDecimal({ amount: exact, currency });
}

async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    // The name only: the message of a syntax error quotes the body, which may hold a password.
    const reason = error instanceof Error ? error.name : 'unknown';
    log.warn({ reason }, 'sandbox: a request to the PHP API could not be handled');
    return exception(200);
  }
}

function respond(json: Json, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(json, { status, headers: { ...ANY_ORIGIN, 'Cache-Control': 'no-cache', ...headers } });
}
