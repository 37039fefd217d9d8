import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Lists the pictures in public/products as URL paths. */
export async function listProductImages(): Promise<string[]> {
  const files = await readdir(join(/* turbopackIgnore: true */ process.cwd(), 'public', 'products'));
  return files
    .filter((file) => /^[\w.-]+\.(svg|png|jpe?g|webp|avif)$/.test(file))
    .sort()
    .map((file) => `/products/${file}`);
}
