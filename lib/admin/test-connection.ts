import { z } from 'zod';
import { callSandbox } from '../call-sandbox';
import { monotonicMs } from '../clock';
import { config } from '../config';
import { notificationsArrive } from '../payments/schedule';
import { ResultCode } from '../seqr/contract/result-codes';
import { targetNamespace } from '../seqr/contract/wsdl';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import type { Session } from './session';

type CheckName = 'wsdl' | 'service' | 'terminal' | 'reseller' | 'notification' | 'outside';

/** `unsure`: the shop cannot determine the result. `detail` is the technical result. */
export type Check = {
  readonly name: CheckName;
  readonly verdict: 'good' | 'bad' | 'unsure';
  readonly detail: string;
  readonly ms: number;
};

const TIMEOUT_MS = 5_000;

const sandboxCall = z.object({ httpStatus: z.number().nullable(), failure: z.string().nullable() });

/**
 * Tests the shop's connection to SEQR without changing anything: the contract, the service, both credentials and the
 * shop's notification address. The shop calls this address itself and, if SEQR is a sandbox, asks it to call the address
 * too. `notificationUrl` is the one sent in invoices.
 */
export async function testConnection(_session: Session, notificationUrl: string): Promise<Check[]> {
  return Promise.all([
    check('wsdl', reachContract),
    check('service', async () => {
      await seqr().benchmarkingNop({ timeoutMs: TIMEOUT_MS });
      return ['good', 'benchmarkingNop'];
    }),
    check('terminal', () =>
      // No invoice has this reference; SEQR answers 54 to a known terminal.
      refusalOf(seqr().getPaymentStatus({ invoiceReference: '0', invoiceVersion: 0 }, { timeoutMs: TIMEOUT_MS })),
    ),
    check('reseller', () =>
      refusalOf(
        seqr().executeReport(
          { reportId: 'Reconciliation/Shop.xml', parameters: { transactionPeriodId: '0' } },
          { timeoutMs: TIMEOUT_MS },
        ),
      ),
    ),
    check('notification', () => reachNotification(notificationUrl)),
    check('outside', () => reachFromOutside(notificationUrl)),
  ]);
}

type Verdict = readonly [Check['verdict'], string];

async function check(name: CheckName, run: () => Promise<Verdict>): Promise<Check> {
  const started = monotonicMs();
  const [verdict, detail] = await run().catch((error: unknown): Verdict => ['bad', reasonOf(error)]);
  return { name, verdict, detail, ms: Math.round(monotonicMs() - started) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message;
}

async function reachContract(): Promise<Verdict> {
  const { wsdlUrl } = config().seqr;
  const address = /\?wsdl$/i.test(wsdlUrl) ? wsdlUrl : `${wsdlUrl}?wsdl`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) return ['bad', `HTTP ${response.status}`];
  const isContract = (await response.text()).includes(targetNamespace);
  return isContract ? ['good', address] : ['bad', 'the address does not return SEQR’s contract'];
}

const refusedCallers: readonly number[] = [
  ResultCode.AUTHENTICATION_FAILED,
  ResultCode.ACCESS_DENIED,
  ResultCode.INVALID_INITIATOR_PRINCIPAL_ID,
  ResultCode.INVALID_INITIATOR_PRINCIPAL_STATE,
  ResultCode.INITIATOR_PRINCIPAL_NOT_FOUND,
];

/** Makes a call that must be refused; the result code shows whether the caller is known. */
async function refusalOf(call: Promise<unknown>): Promise<Verdict> {
  try {
    await call;
    return ['good', 'SUCCESS'];
  } catch (error) {
    if (!(error instanceof SeqrError) || error.resultCode === undefined) throw error;
    const word = `${error.resultCode} ${error.resultName ?? ''}`.trim();
    if (refusedCallers.includes(error.resultCode)) return ['bad', word];
    return ['good', word];
  }
}

async function reachNotification(url: string): Promise<Verdict> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ invoiceReference: '0' }),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return response.ok ? ['good', `HTTP ${response.status}`] : ['bad', `HTTP ${response.status}`];
}

/**
 * Whether SEQR's side reaches the notification address. The sandbox can test it; for SEQR itself, only a received
 * notification proves it.
 */
async function reachFromOutside(url: string): Promise<Verdict> {
  const fromMemory: Verdict = [notificationsArrive() ? 'good' : 'unsure', url];
  const response = await callSandbox('notifications', 2 * TIMEOUT_MS, { url });
  if (!response?.ok) return fromMemory;
  const { httpStatus, failure } = sandboxCall.parse(await response.json());
  const arrived = httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
  return [arrived ? 'good' : 'bad', failure ?? `HTTP ${httpStatus}`];
}
