const longest = 200;

/** Every password in the fields of a call, at any depth. */
export function passwordsIn(fields: unknown): string[] {
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).flatMap(([name, value]) =>
    name === 'password' && typeof value === 'string' ? [value] : passwordsIn(value),
  );
}

/** A service's own words made fit for an error message: on one line, not too long, and without what it may echo of ours. */
export function redact(text: string, secrets: readonly string[]): string {
  const clean = [...secrets]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
