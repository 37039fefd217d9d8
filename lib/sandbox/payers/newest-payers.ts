import type { Sandbox } from '../context';
import { DEFAULT_PAYER } from './default-payer';

/** The payer who exists from the start, then the others, newest first. */
export async function listNewestPayers(sandbox: Sandbox, limit: number): Promise<{ id: string; name: string }[]> {
  const { read } = sandbox.db;
  const select = { id: true, name: true } as const;
  const [first, others] = await Promise.all([
    read.payer.findMany({ where: { id: DEFAULT_PAYER }, select }),
    read.payer.findMany({ where: { id: { not: DEFAULT_PAYER } }, select, orderBy: { createdAt: 'desc' }, take: limit }),
  ]);
  return [...first, ...others];
}
