import { z } from 'zod';
import { callSandbox } from '../call-sandbox';

/** A fault as docs/sandbox.md describes it, without its limits. */
export type NewFault = { readonly kind: string; readonly times?: number } & Readonly<Record<string, unknown>>;

/** What a fault is limited to. */
export type FaultLimit = { readonly invoiceReference: string } | { readonly clientInvoiceId: string };

const TIMEOUT_MS = 5_000;

/** The sandbox did not answer, or refused. */
export class ControlError extends Error {}

type Answer = { readonly ok: boolean; readonly status: number; readonly text: string };

/**
 * Sends a request to the sandbox's control API. Throws a `ControlError` if there is no complete answer, or one other than 2xx
 * and 409. 409 means that SEQR refuses the payer.
 */
async function control(path: string, body?: unknown): Promise<Answer> {
  const answer = await send(path, body).catch((cause: unknown) => {
    throw new ControlError(`what if: the sandbox did not answer ${path.split('?')[0]}`, { cause });
  });
  if (answer && (answer.ok || answer.status === 409)) return answer;
  throw new ControlError(
    `what if: the sandbox answered ${path.split('?')[0]} with HTTP ${answer?.status ?? 'nothing'}`,
  );
}

async function send(path: string, body: unknown): Promise<Answer | null> {
  const response = await callSandbox(path, TIMEOUT_MS, body, 'DELETE');
  return response && { ok: response.ok, status: response.status, text: await response.text() };
}

export async function addFault(fault: NewFault, limit: FaultLimit): Promise<void> {
  await control('faults', { ...fault, ...limit });
}

export async function removeFaults(limit: FaultLimit): Promise<void> {
  await control(`faults?${new URLSearchParams(limit)}`);
}

export async function cancelByPayer(invoiceReference: string): Promise<void> {
  await control(`invoices/${invoiceReference}/cancel`, {});
}

const refusal = z.object({ reason: z.string() });

/** Pays as a payer who has this balance. Returns the reason if SEQR refuses. */
export async function pay(
  invoiceReference: string,
  payer: string,
  balance: Readonly<Record<string, string>>,
): Promise<string | null> {
  await control(`payers/${payer}`, { reset: true, balance });
  const { ok, text } = await control(`invoices/${invoiceReference}/pay`, { pin: '1234', payer });
  return ok ? null : refusal.parse(JSON.parse(text)).reason;
}
