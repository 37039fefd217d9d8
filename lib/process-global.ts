/**
 * One value a process. Next gives `instrumentation.ts` and the routes module instances of their own, so what must be
 * shared between them (database clients, event bus, watcher) hangs on `globalThis`.
 */
export function processGlobal<T>(name: string, create: () => T): T {
  const key = Symbol.for(`seqr-webshop.${name}`);
  const slots = globalThis as unknown as Record<symbol, T | undefined>;
  slots[key] ??= create();
  return slots[key];
}

/** Lets the next call create the value anew. */
export function forgetGlobal(name: string): void {
  Reflect.deleteProperty(globalThis, Symbol.for(`seqr-webshop.${name}`));
}
