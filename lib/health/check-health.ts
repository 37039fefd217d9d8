import { config } from '../config';
import { db } from '../db/client';
import { seqr } from '../seqr/from-config';

const PROBE_TIMEOUT_MS = 3_000;

export type Health = {
  readonly status: 'ok' | 'failing';
  readonly database: 'ok' | 'failing' | 'unused';
  readonly seqr: 'ok' | 'failing';
};

/** Asks the parts that the shop cannot do without whether they answer, each within 3 s. Never throws. */
export async function checkHealth(): Promise<Health> {
  const { shopEnabled } = config();
  const [database, service] = await Promise.all([
    shopEnabled ? probe(() => db().read.order.findFirst({ select: { number: true } })) : ('unused' as const),
    probe(() => seqr().benchmarkingNop({ timeoutMs: PROBE_TIMEOUT_MS })),
  ]);
  const status = database === 'failing' || service === 'failing' ? 'failing' : 'ok';
  return { status, database, seqr: service };
}

async function probe(ask: () => Promise<unknown>): Promise<'ok' | 'failing'> {
  try {
    await ask();
    return 'ok';
  } catch {
    return 'failing';
  }
}
