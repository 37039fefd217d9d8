import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const admin = 'app/admin';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** An address as the route tree writes it, such as `/admin/orders/[number]`. */
export type AdminRoute = { readonly pattern: string; readonly methods: readonly Method[] };

/** Every page of the back office, read from the route tree, so that a new one is in the tests at once. */
export function adminPages(): string[] {
  return filesNamed('page.tsx', admin).map((file) => patternOf(file, '/admin'));
}

/** Every page of the shop, without its language. */
export function shopPages(): string[] {
  return filesNamed('page.tsx', 'app/[lang]').map((file) => patternOf(file, ''));
}

/** Every route handler of the back office with the methods that its file exports. */
export function adminHandlers(): AdminRoute[] {
  return filesNamed('route.ts', admin).map((file) => {
    const source = readFileSync(join(root, admin, file), 'utf8');
    const exported = source.matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm);
    return { pattern: patternOf(file, '/admin'), methods: [...exported].map(([, method]) => method as Method) };
  });
}

/** Files with server actions: addresses that no route tree shows. */
export function serverActions(): string[] {
  return ['app', 'components', 'lib', 'pages'].flatMap((part) =>
    filesUnder(join(root, part))
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes('generated'))
      .filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(join(root, part, file), 'utf8')))
      .map((file) => join(part, file)),
  );
}

function filesNamed(name: string, folder: string): string[] {
  return filesUnder(join(root, folder)).filter((file) => file === name || file.endsWith(`/${name}`));
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** Folders in parentheses group files and are no part of an address. */
function patternOf(file: string, start: string): string {
  const parts = file.split('/').slice(0, -1);
  return [start, ...parts.filter((part) => !part.startsWith('('))].join('/') || '/';
}
