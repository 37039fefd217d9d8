/**
 * One value per process. Next gives `instrumentation.ts` and the routes separate module instances, so anything they
 * share (database clients, event bus, watcher) is stored on `globalThis`.
 */
export function processGlobal<T>(name: string, create: () => T): T {
  const key = Symbol.for(`seqr-webshop.${name}`);
  const known: T | undefined = Reflect.get(globalThis, key);
  if (known !== undefined) return known;
  const made = create();
  Reflect.set(globalThis, key, made);
  return made;
}

/** Makes the next `processGlobal` call with this name create a new value. */
export function forgetGlobal(name: string): void {
  Reflect.deleteProperty(globalThis, Symbol.for(`seqr-webshop.${name}`));
}
