/** Returns the object's own keys, typed as keys of T. Use only for objects with no keys beyond those of T. */
export function keysOf<T extends object>(object: T): Extract<keyof T, string>[] {
  return Object.keys(object).filter((key): key is Extract<keyof T, string> => isKeyOf(object, key));
}

/** Whether the object itself has the key; what it inherits does not count. */
export function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}
