import { monotonicMs } from '../../clock';
import { clientAddress } from '../../http/client-address';
import { log } from '../../log';
import { codeOf } from '../../seqr/contract/result-codes';
import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { type CallRoute, findOperation, type Operation } from '../operations/operations';
import { type Answer, answerFields, refuse } from '../wire/answer';
import { child, text } from '../wire/fields';
import { parseRequest } from '../wire/parse-request';
import { SoapFault, TooManyCalls, writeFault } from '../wire/soap-fault';
import { writeAnswer } from '../wire/write-answer';
import { asksForContract, serveContract } from './contract';
import { openEnvelope } from './envelope';
import { closedConnection, spoilAnswer, spoilResponse, takeCallFault, worksFirst } from './misbehave';
import { readBody } from './read-body';

type Call = { isWithinLimit: boolean; body: string; operation?: XmlElement; answer?: Answer; note?: string };

/** SEQR's SOAP service as a fetch-style function: the contract by GET, calls by POST. Never throws. */
export async function handleSoap(request: Request, sandbox: Sandbox): Promise<Response> {
  if (request.method !== 'POST') return describe(request, sandbox);
  const started = monotonicMs();
  const call: Call = { isWithinLimit: await sandbox.admission.awaitTurn(), body: '' };
  // Under such a load, work for a caller that no longer waits would delay the others.
  if (!call.isWithinLimit && request.signal.aborted) return closedConnection();
  try {
    call.body = await readBody(request);
    call.operation = openEnvelope(parseRequest(call.body));
    const { xml, response } = await perform(request, sandbox, call, call.operation);
    logCall(sandbox, call, started, response?.status ?? 200, response ? '' : xml);
    return response ?? xmlResponse(200, xml);
  } catch (error) {
    const fault = error instanceof SoapFault ? error : unexpected(error);
    logCall(sandbox, { ...call, note: fault.message }, started, statusOf(fault), writeFault(fault));
    return faultResponse(fault);
  }
}

/** Performs the operation and writes the answer. If a fault applies, `response` replaces the answer. */
async function perform(
  request: Request,
  sandbox: Sandbox,
  call: Call,
  element: XmlElement,
): Promise<{ xml: string; response: Response | null }> {
  const operation = findOperation(element.name);
  if (!operation) throw new SoapFault(`There is no operation ${element.name.slice(0, 80)} in the contract.`);
  const fault = await takeCallFault(sandbox, element, request.signal);
  let answer =
    fault && !worksFirst(fault) ? undefined : await work(operation, sandbox, element, routeOf(request), call);
  if (fault) {
    call.note = `fault: ${fault.kind}`;
    answer = await spoilAnswer(sandbox, fault, element, answer);
  }
  if (answer) call.answer = answer;
  const xml = answer ? writeAnswer(element.name, answerFields(complete(element.name, answer))) : '';
  return { xml, response: fault && (await spoilResponse(fault, xml, request.signal)) };
}

function routeOf(request: Request): CallRoute {
  return { path: new URL(request.url).pathname, address: clientAddress(request) };
}

async function work(
  operation: Operation,
  sandbox: Sandbox,
  element: XmlElement,
  route: CallRoute,
  { isWithinLimit }: Call,
): Promise<Answer> {
  const leave = sandbox.admission.admit(element.name, text(element, 'invoiceReference'), isWithinLimit);
  if (!leave) return refuse('SYSTEM_BUSY', 'the sandbox has too many calls at once');
  try {
    return await operation(sandbox, element, route);
  } catch (error) {
    if (error instanceof TooManyCalls) throw error;
    log.error({ err: error }, `sandbox: ${element.name} failed`);
    return refuse('SYSTEM_ERROR', 'the sandbox failed; see its log');
  } finally {
    leave();
  }
}

/** The contract requires a version in every getPaymentStatus answer, including refusals. */
function complete(operation: string, answer: Answer): Answer {
  return operation === 'getPaymentStatus' && !answer.fields ? { ...answer, fields: [['version', 0]] } : answer;
}

function unexpected(error: unknown): SoapFault {
  log.error({ err: error }, 'sandbox: could not handle a SOAP request');
  return new SoapFault('The service failed.', 'Server');
}

function logCall(
  sandbox: Sandbox,
  { body, operation, answer, note }: Call,
  started: number,
  httpStatus: number,
  xml: string,
): void {
  sandbox.messages.add({
    at: sandbox.now(),
    operation: operation?.name ?? null,
    terminalId: text(child(child(operation, 'context'), 'initiatorPrincipalId'), 'id') ?? null,
    invoiceReference: answer?.invoiceReference ?? text(operation, 'invoiceReference') ?? null,
    clientInvoiceId: text(child(operation, 'invoice'), 'clientInvoiceId') ?? null,
    httpStatus,
    resultCode: answer ? codeOf(answer.result) : null,
    note: [note, answer?.note].filter(Boolean).join('; ') || null,
    milliseconds: monotonicMs() - started,
    request: body,
    response: xml,
  });
}

export function faultResponse(fault: SoapFault): Response {
  const headers = fault instanceof TooManyCalls ? { 'Retry-After': String(fault.seconds) } : {};
  return xmlResponse(statusOf(fault), writeFault(fault), headers);
}

function statusOf(fault: SoapFault): number {
  return fault instanceof TooManyCalls ? 429 : 500;
}

function xmlResponse(status: number, xml: string, headers: Record<string, string> = {}): Response {
  return new Response(xml, {
    status,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}

function describe(request: Request, sandbox: Sandbox): Response {
  if (sandbox.faults.find(['down'], {})) return closedConnection();
  const readable = request.method === 'GET' || request.method === 'HEAD';
  if (readable && asksForContract(request)) return serveContract(request);
  return new Response('This is a SOAP 1.1 service: send a POST, or add ?wsdl for its contract.\n', {
    status: 405,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', Allow: 'GET, POST' },
  });
}
