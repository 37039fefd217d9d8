import type { SandboxDatabase, Tx } from '../database/client';
import { concerns, type Fault, type FaultKind, type FaultScope, type NewFault, newFault } from './fault';

/** The faults in force, held in memory so that a call without faults costs nothing, and in the database. */
export class FaultList {
  readonly #db: SandboxDatabase;
  #faults: Fault[] = [];

  constructor(db: SandboxDatabase) {
    this.#db = db;
  }

  async load(): Promise<void> {
    const rows = await this.#db.read.fault.findMany({ orderBy: { id: 'asc' } });
    this.#faults = rows.map(({ id, settings, remaining, createdAt }) => ({
      ...newFault.parse(JSON.parse(settings)),
      id,
      remaining,
      createdAt,
    }));
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  async add(fault: NewFault, createdAt: Date): Promise<Fault> {
    const remaining = fault.times ?? null;
    const { id } = await this.#db.write((tx) =>
      tx.fault.create({ data: { kind: fault.kind, settings: JSON.stringify(fault), remaining, createdAt } }),
    );
    const added = { ...fault, id, remaining, createdAt };
    this.#faults.push(added);
    return added;
  }

  /** Ends faults and returns them; notifications that they kept back go out. */
  async remove(which: (fault: Fault) => boolean, now: Date): Promise<Fault[]> {
    const removed = this.#faults.filter(which);
    this.#faults = this.#faults.filter((fault) => !removed.includes(fault));
    const ids = removed.map(({ id }) => id);
    await this.#db.write(async (tx) => {
      await tx.fault.deleteMany({ where: { id: { in: ids } } });
      await tx.notification.updateMany({ where: { heldBy: { in: ids } }, data: { heldBy: null, dueAt: now } });
    });
    return removed;
  }

  /** The first fault of these kinds that concerns `scope`, not used up by this. */
  find<Kind extends FaultKind>(kinds: readonly Kind[], scope: FaultScope): Extract<Fault, { kind: Kind }> | null {
    const wanted: readonly string[] = kinds;
    const found = this.#faults.find((fault) => wanted.includes(fault.kind) && concerns(fault, scope));
    return (found as Extract<Fault, { kind: Kind }> | undefined) ?? null;
  }

  /** The same, used up by one. `tx` is the transaction that the caller is in, if any. */
  async take<Kind extends FaultKind>(
    kinds: readonly Kind[],
    scope: FaultScope,
    tx?: Tx,
  ): Promise<Extract<Fault, { kind: Kind }> | null> {
    const fault = this.find(kinds, scope);
    if (!fault || fault.remaining === null) return fault;
    fault.remaining -= 1;
    const { id, remaining } = fault;
    if (remaining <= 0) this.#faults = this.#faults.filter((other) => other.id !== id);
    const note = (to: Tx) =>
      remaining <= 0
        ? to.fault.deleteMany({ where: { id } })
        : to.fault.updateMany({ where: { id }, data: { remaining } });
    await (tx ? note(tx) : this.#db.write(note));
    return fault;
  }
}
