import { monotonicMs } from '../../clock';
import type { SandboxDatabase } from '../database/client';
import type { Reseller, Terminal } from '../database/generated/client';

export type KnownTerminal = Terminal & { reseller: Reseller };

const FRESH_MS = 1000;
const MAX_CACHED = 10_000;

/**
 * Terminals, cached for a second. Changes in another process may take effect up to a second later; changes in this process
 * apply immediately (`forget`).
 */
export class Merchants {
  readonly #db: SandboxDatabase;
  readonly #known = new Map<string, { terminal: KnownTerminal; readAt: number }>();
  #changes = 0;

  constructor(db: SandboxDatabase) {
    this.#db = db;
  }

  /** Null if there is no such terminal. */
  async findTerminal(id: string): Promise<KnownTerminal | null> {
    const known = this.#known.get(id);
    const now = monotonicMs();
    if (known && now - known.readAt < FRESH_MS) return known.terminal;
    const changes = this.#changes;
    const terminal = await this.#db.read.terminal.findUnique({ where: { id }, include: { reseller: true } });
    if (this.#known.size >= MAX_CACHED) this.#known.clear();
    if (terminal && changes === this.#changes) this.#known.set(id, { terminal, readAt: now });
    return terminal;
  }

  /** Call after every write to terminals or resellers. */
  forget(): void {
    this.#changes += 1;
    this.#known.clear();
  }
}
