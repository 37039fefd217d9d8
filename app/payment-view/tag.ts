import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const script = '/seqr-webshop-plugin/js/seqrShop.js';

/** The script's address with its parameters, for use in a tag. */
export function scriptAddress(origin: string, parameters: Record<string, string>): string {
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${origin}${script}#!${pairs.join('&')}`;
}

/** The integrity value of the built script, for a tag that pins it. */
export async function scriptIntegrity(): Promise<string> {
  const built = await readFile(path.join(process.cwd(), 'public', script));
  return `sha384-${createHash('sha384').update(built).digest('base64')}`;
}
