import { type Config, config } from '../config';
import { processGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { serverPhase } from '../server-phase';
import { type WorkerState, workerState } from '../signals/worker-state';
import { WriteProbe, type WriteState } from './write-probe';

const SEQR_TIMEOUT_MS = 3_000;

/** `database`: the shop's database; `sandbox`: the database of the sandbox in this process. */
type Part = 'database' | 'sandbox';

export type Health = Readonly<Record<Part, WriteState | 'unused'>> & {
  readonly status: 'ok' | 'failing';
  readonly role: Config['role'];
  readonly server: 'ok' | 'starting' | 'stopping';
  readonly seqr: 'ok' | 'failing';
  /** Does not affect `status`: without a worker, web processes still take orders, and a load balancer must keep them. */
  readonly worker: WorkerState;
};

/** Includes a database in this process's health. Called at start-up, because the shop must not import the sandbox. */
export function watchWrites(part: Part, database: ConstructorParameters<typeof WriteProbe>[0]): void {
  probes().set(part, new WriteProbe(database));
}

/**
 * Checks that this process has rendered its first pages, is not stopping and can write to its databases, and that SEQR
 * responds within 3 s. Never throws.
 */
export async function checkHealth(): Promise<Health> {
  const phase = serverPhase();
  const server = phase === 'serving' ? 'ok' : phase;
  const [database, sandbox, service] = await Promise.all([writes('database'), writes('sandbox'), checkSeqr()]);
  const works = [server, database, sandbox, service].every((state) => state === 'ok' || state === 'unused');
  const status = works ? 'ok' : 'failing';
  return { status, role: config().role, server, database, sandbox, seqr: service, worker: workerState() };
}

function probes(): Map<Part, WriteProbe> {
  return processGlobal('write-probes', () => new Map());
}

async function writes(part: Part): Promise<WriteState | 'unused'> {
  return (await probes().get(part)?.state()) ?? 'unused';
}

async function checkSeqr(): Promise<'ok' | 'failing'> {
  try {
    await seqr().benchmarkingNop({ timeoutMs: SEQR_TIMEOUT_MS });
    return 'ok';
  } catch {
    return 'failing';
  }
}
