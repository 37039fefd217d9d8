import type { SandboxDatabase, Tx } from '../database/client';
import { applies, type Fault, type FaultKind, type FaultScope, type NewFault, newFault } from './fault';

/** The active faults. They are in the database, and also in memory so that calls without faults cost nothing. */
export class FaultList {
  readonly #db: SandboxDatabase;
  #faults: Fault[] = [];

  constructor(db: SandboxDatabase) {
    this.#db = db;
  }

  async load(): Promise<void> {
    const rows = await this.#db.read.fault.findMany({ orderBy: { id: 'asc' } });
    this.#faults = rows.flatMap(({ id, settings, remaining, createdAt }) => {
      // An earlier release accepted limits that never match. Such a fault must not keep the sandbox from starting.
      const { data } = newFault.safeParse(JSON.parse(settings));
      return data ? [{ ...data, id, remaining, createdAt }] : [];
    });
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

  /** Ends faults and returns them. Notifications that they held back are now due. */
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

  /** The first fault of these kinds that applies to `scope`, without using it up. */
  find<Kind extends FaultKind>(kinds: readonly Kind[], scope: FaultScope): Extract<Fault, { kind: Kind }> | null {
    const isWanted = (fault: Fault): fault is Extract<Fault, { kind: Kind }> =>
      kinds.some((kind) => kind === fault.kind) && applies(fault, scope);
    return this.#faults.find(isWanted) ?? null;
  }

  /**
   * Like `find`, but reduces the fault's `remaining` by one and ends the fault at zero. `tx` is the caller's
   * transaction, if any.
   */
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
