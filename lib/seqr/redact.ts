import { escapeLikeNodeSoap } from './node-soap-adapter';

const longest = 200;

/** Returns every password in a call's fields, at any depth, both as given and as escaped in the message. */
export function passwordsIn(fields: unknown): string[] {
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.entries(fields).flatMap(([name, value]) =>
    name === 'password' && typeof value === 'string' ? [value, escapeLikeNodeSoap(value)] : passwordsIn(value),
  );
}

/** Makes a service's text safe for an error message: one line, limited length, without echoed secrets. */
export function redact(text: string, secrets: readonly string[]): string {
  const clean = [...secrets]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
