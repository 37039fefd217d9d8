type Callback = (detail: unknown) => unknown;

/**
 * Finds a function by its dotted name, following own properties from `root`. Only the page's own functions are found.
 * Inherited and built-in functions and members of the browser's objects (`location.replace`) are not.
 */
export function resolveCallback(name: string, root: object): Callback | undefined {
  const [first = '', ...rest] = name.split('.');
  // The browser's own objects (document, location, history …) are accessors of window; a page's variables are not.
  let owner: unknown = root;
  let value: unknown = Object.getOwnPropertyDescriptor(root, first)?.value;
  for (const key of rest) {
    const holder: Record<string, unknown> = Object(value);
    if (!Object.hasOwn(holder, key)) return undefined;
    owner = holder;
    value = holder[key];
  }
  return typeof value === 'function' && !isBuiltIn(value)
    ? // In the closure the compiler no longer knows that it is a function.
      (detail) => (value as Callback).call(owner, detail)
    : undefined;
}

function isBuiltIn(value: { name: string }): boolean {
  const isNative = Function.prototype.toString.call(value).includes('[native code]');
  return isNative && !value.name.startsWith('bound ');
}
