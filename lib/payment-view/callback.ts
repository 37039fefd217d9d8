type Callback = (detail: unknown) => unknown;

/**
 * Finds the function that a dotted name means, by own properties from `root` on. Only what the page itself put there
 * counts: nothing inherited, nothing behind the browser's own objects (`location.replace`), no built-in function.
 */
export function resolveCallback(name: string, root: object): Callback | undefined {
  const [first = '', ...rest] = name.split('.');
  // The browser's own objects (document, location, history …) are accessors of window, a page's variables are not.
  let owner: unknown = root;
  let value: unknown = Object.getOwnPropertyDescriptor(root, first)?.value;
  for (const key of rest) {
    const holder: Record<string, unknown> = Object(value);
    if (!Object.hasOwn(holder, key)) return undefined;
    owner = holder;
    value = holder[key];
  }
  return typeof value === 'function' && !isBuiltIn(value)
    ? (detail) => (value as Callback).call(owner, detail)
    : undefined;
}

function isBuiltIn(value: { name: string }): boolean {
  const isNative = Function.prototype.toString.call(value).includes('[native code]');
  return isNative && !value.name.startsWith('bound ');
}
