import { CLIENT_ADDRESS_HEADER, clientAddress } from '../../http/client-address';
import { TEST_TERMINAL } from '../../published-identity';
import { targetNamespace } from '../../seqr/contract/wsdl';
import { parseXml, type XmlElement } from '../../xml/parse-xml';
import { writeXml, type XmlField } from '../../xml/write-xml';
import type { RunningSandbox } from '../boot/create-sandbox';
import { handleSoap } from '../soap/handle-soap';

const SERVICE = 'http://localhost/extclientproxy/service/v2';
const INTEGERS = ['resultCode', 'version', 'status', 'commitReservationTimeout'];
const LISTS = ['customerTokens', 'invoiceRows'];

export interface Credentials {
  terminalId?: string | undefined;
  password?: string | undefined;
}

/** The service has refused the call because of a rate limit of its address. */
export class CallLimited extends Error {
  readonly retryAfter: string;

  constructor(retryAfter: string) {
    super(`call again in ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}

export type Json = string | number | Json[] | { [name: string]: Json };

/**
 * Calls the SOAP service like SEQR's PHP scripts and returns the `return` element. Without credentials, it calls as the
 * published test terminal; a public sandbox answers 21 instead. The caller's network address is that of `request`. Throws
 * if the service answers with a fault, a `CallLimited` if the address has sent too many calls.
 */
export async function callService(
  sandbox: RunningSandbox,
  operation: string,
  { terminalId, password }: Credentials,
  fields: readonly XmlField[],
  { headers, signal }: Request,
): Promise<{ [name: string]: Json }> {
  if (sandbox.hosted && terminalId === undefined) return { resultCode: 21, resultDescription: 'ACCESS_DENIED' };
  const body = writeXml([
    [
      'context',
      [
        ['clientRequestTimeout', 0],
        [
          'initiatorPrincipalId',
          [
            ['id', terminalId ?? TEST_TERMINAL.id],
            ['type', 'TERMINALID'],
          ],
        ],
        ['password', password ?? TEST_TERMINAL.password],
      ],
    ],
    ...fields,
  ]);
  const envelope = `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><ext:${operation} xmlns:ext="${targetNamespace}">${body}</ext:${operation}></soap:Body></soap:Envelope>`;
  const request = new Request(SERVICE, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml; charset=utf-8', [CLIENT_ADDRESS_HEADER]: clientAddress({ headers }) },
    body: envelope,
    signal,
  });
  const response = await handleSoap(request, sandbox);
  if (response.status === 429) throw new CallLimited(response.headers.get('Retry-After') ?? '');
  const result = parseXml(await response.text()).children[0]?.children[0]?.children[0];
  if (!response.ok || result?.name !== 'return') throw new Error(`${operation} failed with HTTP ${response.status}`);
  return toObject(result);
}

/** Decodes an element like PHP's ext-soap: integers as numbers, other text as strings, repeated elements as a list. */
function toJson(element: XmlElement): Json {
  const { name, text, children } = element;
  if (children.length > 0 || LISTS.includes(name)) return toObject(element);
  return INTEGERS.includes(name) && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function toObject(element: XmlElement): { [name: string]: Json } {
  const values = new Map<string, Json[]>();
  for (const child of element.children) {
    values.set(child.name, [...(values.get(child.name) ?? []), toJson(child)]);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]));
}
