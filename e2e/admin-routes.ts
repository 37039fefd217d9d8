import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'app', 'admin');

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** An address as the route tree writes it, such as `/admin/orders/[number]`. */
export type AdminRoute = { readonly pattern: string; readonly methods: readonly Method[] };

/** Every page of the back office, read from the route tree, so that a new one is in the tests at once. */
export function adminPages(): string[] {
  return filesNamed('page.tsx').map(patternOf);
}

/** Every route handler of the back office with the methods that its file exports. */
export function adminHandlers(): AdminRoute[] {
  return filesNamed('route.ts').map((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const exported = source.matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm);
    return { pattern: patternOf(file), methods: [...exported].map(([, method]) => method as Method) };
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

function filesNamed(name: string): string[] {
  return filesUnder(folder).filter((file) => file === name || file.endsWith(`/${name}`));
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

function patternOf(file: string): string {
  return ['/admin', ...file.split('/').slice(0, -1)].join('/');
}
