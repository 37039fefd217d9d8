import { setTimeout as sleep } from 'node:timers/promises';
import { resultName } from '../../seqr/contract/result-codes';
import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { CALL_FAULTS, type CallFault, type FaultScope } from '../faults/fault';
import { withWrongReceipt } from '../faults/wrong-receipt';
import type { Answer } from '../wire/answer';
import { text } from '../wire/fields';
import { SoapFault } from '../wire/soap-fault';
import { scopeOfCall } from './scope-of-call';

const MAX_HANG_MS = 600_000;

/**
 * Waits if a delay applies to the call. Returns the first other fault that applies, or null. Each use counts against the
 * fault's `times`.
 */
export async function takeCallFault(
  sandbox: Sandbox,
  request: XmlElement,
  signal: AbortSignal,
): Promise<CallFault | null> {
  if (sandbox.faults.isEmpty) return null;
  const scope = await scopeOfCall(sandbox, request);
  const delay = await sandbox.faults.take(['delay'], scope);
  if (delay) await sleep(delay.seconds * 1000, undefined, { signal }).catch(() => {});
  return sandbox.faults.take(kindsFor(scope), scope);
}

const ofStatus: readonly string[] = ['stale', 'status', 'wrongReceipt'] satisfies CallFault['kind'][];

/** Only getPaymentStatus answers have a status, and only those about a paid invoice have a receipt. */
function kindsFor({ operation, isPaid }: FaultScope & { isPaid?: boolean | undefined }): readonly CallFault['kind'][] {
  if (operation !== 'getPaymentStatus') return CALL_FAULTS.filter((kind) => !ofStatus.includes(kind));
  return isPaid ? CALL_FAULTS : CALL_FAULTS.filter((kind) => kind !== 'wrongReceipt');
}

/** Whether the operation is performed although the answer hides it. */
export function worksFirst(fault: CallFault): boolean {
  return 'afterWork' in fault ? fault.afterWork : fault.kind !== 'down';
}

/** Returns the answer that replaces the correct one, or the same answer if the fault only affects how it is sent. */
export async function spoilAnswer(
  sandbox: Sandbox,
  fault: CallFault,
  request: XmlElement,
  answer: Answer | undefined,
): Promise<Answer | undefined> {
  switch (fault.kind) {
    case 'resultCode': {
      const result = resultName(fault.resultCode) ?? 'SYSTEM_ERROR';
      const { invoiceReference } = answer ?? {};
      return { result, note: 'fault: resultCode', ...(invoiceReference !== undefined && { invoiceReference }) };
    }
    case 'stale': {
      const reference = text(request, 'invoiceReference') ?? '';
      const select = { previousStatus: true };
      const invoice = await sandbox.db.read.invoice.findUnique({ where: { reference }, select });
      return invoice?.previousStatus ? withStatus(answer, invoice.previousStatus, -1) : answer;
    }
    case 'status':
      return withStatus(answer, fault.status, 0);
    case 'wrongReceipt':
      return answer && withWrongReceipt(answer, fault);
    default:
      return answer;
  }
}

function withStatus(answer: Answer | undefined, status: string, versions: number): Answer | undefined {
  if (answer?.result !== 'SUCCESS') return answer;
  const { ersReference: _ersReference, ...rest } = answer;
  return {
    ...rest,
    note: 'fault: status',
    fields: (answer.fields ?? []).flatMap(([name, value]) => {
      if (name === 'receipt') return [];
      if (name === 'status') return [[name, status] as const];
      if (name === 'version') return [[name, Math.max(0, Number(value) + versions)] as const];
      return [[name, value] as const];
    }),
  };
}

/**
 * Returns the response to send instead of `xml`, or null to send `xml`, which is empty if there is no answer. Throws a
 * `SoapFault` for the fault `soapFault`.
 */
export async function spoilResponse(fault: CallFault, xml: string, signal: AbortSignal): Promise<Response | null> {
  switch (fault.kind) {
    case 'hang':
      await sleep(MAX_HANG_MS, undefined, { signal, ref: false }).catch(() => {});
      return closedConnection();
    case 'close':
    case 'down':
      return closedConnection();
    case 'http':
      return htmlPage(fault.status);
    case 'soapFault':
      throw new SoapFault(fault.message, 'Server');
    case 'malformed':
      return xmlPart(xml.replace('</return>', '</retrun>'));
    case 'truncated':
      return xmlPart(xml.slice(0, Math.floor(xml.length / 2)));
    default:
      return null;
  }
}

/** A route can drop the connection only by failing while it sends the body. */
export function closedConnection(): Response {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error('closed by a fault')) });
  return new Response(body, { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
}

function htmlPage(status: number): Response {
  const empty = [204, 205, 304].includes(status);
  const page = `<!doctype html><title>${status}</title><h1>The service returned ${status}</h1><br>\n`;
  return new Response(empty ? null : page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function xmlPart(xml: string): Response {
  return new Response(xml, { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
}
