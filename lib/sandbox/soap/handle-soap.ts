import { monotonicMs } from '../../clock';
import { log } from '../../log';
import { ResultCode } from '../../seqr/contract/result-codes';
import { type Answer, answerFields, refuse } from '../answer';
import type { Sandbox } from '../context';
import { findOperation } from '../operations/operations';
import { asksForContract, serveContract } from './contract';
import { openEnvelope } from './envelope';
import { SoapFault, writeFault } from './fault';
import { child, text } from './fields';
import { parseXml, type XmlElement } from './parse-xml';
import { readBody } from './read-body';
import { writeAnswer } from './write-xml';

type Call = { body: string; operation?: XmlElement; answer?: Answer };

/** SEQR's SOAP service as one fetch-style function: the contract by GET, calls by POST. Never throws. */
export async function handleSoap(request: Request, sandbox: Sandbox): Promise<Response> {
  if (request.method !== 'POST') return describe(request);
  const started = monotonicMs();
  const call: Call = { body: '' };
  try {
    const xml = await perform(request, sandbox, call);
    return respond(sandbox, call, started, 200, xml);
  } catch (error) {
    const fault = error instanceof SoapFault ? error : unexpected(error);
    return respond(sandbox, call, started, 500, writeFault(fault), fault.message);
  }
}

async function perform(request: Request, sandbox: Sandbox, call: Call): Promise<string> {
  call.body = await readBody(request);
  call.operation = openEnvelope(parseXml(call.body));
  const { name } = call.operation;
  const operation = findOperation(name);
  if (!operation) throw new SoapFault(`There is no operation ${name.slice(0, 80)} in the contract.`);
  try {
    call.answer = await operation(sandbox, call.operation);
  } catch (error) {
    log.error({ err: error }, `sandbox: ${name} failed`);
    call.answer = refuse('SYSTEM_ERROR', 'the sandbox failed; its log says why');
  }
  return writeAnswer(name, answerFields(complete(name, call.answer)));
}

/** The contract wants a version in every answer to getPaymentStatus, a refusal too. */
function complete(operation: string, answer: Answer): Answer {
  return operation === 'getPaymentStatus' && !answer.fields ? { ...answer, fields: [['version', 0]] } : answer;
}

function unexpected(error: unknown): SoapFault {
  log.error({ err: error }, 'sandbox: a SOAP request could not be handled');
  return new SoapFault('The service failed.', 'Server');
}

function respond(
  sandbox: Sandbox,
  { body, operation, answer }: Call,
  started: number,
  status: number,
  xml: string,
  note?: string,
): Response {
  sandbox.messages.add({
    at: sandbox.now(),
    operation: operation?.name ?? null,
    terminalId: text(child(child(operation, 'context'), 'initiatorPrincipalId'), 'id') ?? null,
    invoiceReference: answer?.invoiceReference ?? text(operation, 'invoiceReference') ?? null,
    httpStatus: status,
    resultCode: answer ? ResultCode[answer.result] : null,
    note: note ?? answer?.note ?? null,
    milliseconds: monotonicMs() - started,
    request: body,
    response: xml,
  });
  return new Response(xml, {
    status,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

function describe(request: Request): Response {
  const readable = request.method === 'GET' || request.method === 'HEAD';
  if (readable && asksForContract(request)) return serveContract(request);
  return new Response('This is a SOAP 1.1 service: send it a POST, or ask for its contract with ?wsdl.\n', {
    status: 405,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', Allow: 'GET, POST' },
  });
}
