import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { vi } from 'vitest';
import { startOwnSandbox } from '../../scripts/certify/own-sandbox';
import { configure } from './configure';

/** The sandbox in a process of its own, where the shop finds SEQR; played through its control API. */
export async function startRealSandbox() {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { origin, stop } = await startOwnSandbox(folder);
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
    /** The loyalty cards that the payer holds. */
    giveCards: (tokens: { id: string }[]) => control('POST', 'payers/default', { tokens }),
    /** What SEQR knows of an invoice. */
    read: async (reference: string) => (await fetch(`${origin}/sandbox/api/invoices/${reference}`)).json(),
    misbehave: (fault: { kind: string } & Record<string, unknown>) => control('POST', 'faults', fault),
    behave: () => control('DELETE', 'faults'),
    /** Moves SEQR's clock and the shop's, which the test has replaced by `vi.useFakeTimers`, together. */
    passTime: async (seconds: number) => {
      vi.advanceTimersByTime(seconds * 1000);
      await control('POST', 'clock', { advanceSeconds: seconds });
    },
    /** SEQR's own books, for what no merchant or payer can do: losing an entry. */
    deleteBooking: (ersReference: string) => {
      const books = new SQLite(join(folder, 'sandbox.db'), { fileMustExist: true, timeout: 10_000 });
      const { changes } = books.prepare('DELETE FROM Booking WHERE ersReference = ?').run(ersReference);
      books.close();
      if (changes !== 1) throw new Error(`SEQR has no booking ${ersReference}`);
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
