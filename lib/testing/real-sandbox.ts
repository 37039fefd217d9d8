import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { vi } from 'vitest';
import { startSandboxProcess } from '../sandbox/standalone/start-process';
import { bundle } from './bundle';
import { configure } from './configure';

/** Starts a sandbox in its own process as the shop's SEQR service. Tests control it through its API. */
export async function startRealSandbox() {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { origin, stop } = await startSandboxProcess(folder, [await bundle('lib/sandbox/standalone/serve.ts')]);
  configure({ SEQR_WSDL_URL: `${origin}/soap/merchant/cashregister-2?wsdl`, SEQR_TIMEOUT: '30' });
  const control = async (method: 'POST' | 'DELETE', path: string, body?: object) => {
    const response = await fetch(`${origin}/sandbox/api/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  return {
    scan: (reference: string) => control('POST', `invoices/${reference}/scan`, {}),
    pay: (reference: string) => control('POST', `invoices/${reference}/pay`, { pin: '1234' }),
    cancel: (reference: string) => control('POST', `invoices/${reference}/cancel`, {}),
    /** Sets the payer's loyalty cards. */
    giveCards: (tokens: { id: string }[]) => control('POST', 'payers/default', { tokens }),
    /** Returns SEQR's data about an invoice. */
    read: async (reference: string) => (await fetch(`${origin}/sandbox/api/invoices/${reference}`)).json(),
    misbehave: (fault: { kind: string } & Record<string, unknown>) => control('POST', 'faults', fault),
    behave: () => control('DELETE', 'faults'),
    /** Advances SEQR's clock and the shop's. Before that, the test must have called `vi.useFakeTimers`. */
    passTime: async (seconds: number) => {
      vi.advanceTimersByTime(seconds * 1000);
      await control('POST', 'clock', { advanceSeconds: seconds });
    },
    /** The id of the payer who paid an invoice. */
    payerOf: (reference: string): unknown => {
      const database = new SQLite(join(folder, 'sandbox.db'), { readonly: true, timeout: 10_000 });
      const payer = database.prepare('SELECT payerId FROM Invoice WHERE reference = ?').pluck().get(reference);
      database.close();
      return payer;
    },
    /** Deletes an entry of SEQR's ledger, which no merchant or payer can do. */
    deleteBooking: (ersReference: string) => {
      const ledger = new SQLite(join(folder, 'sandbox.db'), { fileMustExist: true, timeout: 10_000 });
      const { changes } = ledger.prepare('DELETE FROM Booking WHERE ersReference = ?').run(ersReference);
      ledger.close();
      if (changes !== 1) throw new Error(`SEQR has no booking ${ersReference}`);
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
