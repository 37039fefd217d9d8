import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const admin = 'app/admin';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof methods)[number];

/** An address pattern of the route tree, such as `/admin/orders/[number]`. */
export type AdminRoute = { readonly pattern: string; readonly methods: readonly Method[] };

/** Returns every back-office page in the route tree, so that new pages are tested too. */
export function adminPages(): string[] {
  return pagesUnder('admin');
}

/** Returns every shop page, without the language in its address. */
export function shopPages(): string[] {
  return pagesUnder('[lang]');
}

/** Returns every page in a folder of `app`. */
export function pagesUnder(folder: string): string[] {
  const start = folder === '[lang]' ? '' : `/${folder}`;
  return filesNamed('page.tsx', join('app', folder)).map((file) => patternOf(file, start));
}

/** Returns every back-office route handler, with the methods that its file exports. */
export function adminHandlers(): AdminRoute[] {
  return filesNamed('route.ts', admin).map((file) => {
    const source = readFileSync(join(root, admin, file), 'utf8');
    const exported = [...source.matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm)];
    const isExported = (method: Method) => exported.some(([, name]) => name === method);
    return { pattern: patternOf(file, '/admin'), methods: methods.filter(isExported) };
  });
}

/** Returns the files with server actions, because the route tree does not show the addresses of such actions. */
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

/** Returns the address pattern of a file. Folders in parentheses group files and are not part of an address. */
function patternOf(file: string, start: string): string {
  const parts = file.split('/').slice(0, -1);
  return [start, ...parts.filter((part) => !part.startsWith('('))].join('/') || '/';
}
