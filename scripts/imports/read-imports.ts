import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from '../shared/run.mjs';

/** One import. `target` is a package's name, or a path from the project's root. `isType`: only types are imported. */
export type Import = {
  readonly line: number;
  readonly target: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
};

const FOLDERS = ['app', 'pages', 'components', 'lib', 'scripts', 'e2e', 'prisma'];
export const SOURCE = /\.(?:ts|tsx|mts|js|mjs)$/;
const ENDINGS = ['', '.ts', '.tsx', '.js', '.mjs', '/index.ts'];

/** Returns the project's source files, as paths from the root with `/` between folders. Leaves out generated code. */
export function sourceFiles(): string[] {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))),
  );
  return [...readdirSync(root), ...below]
    .map((path) => path.split(sep).join('/'))
    .filter((path) => SOURCE.test(path) && !path.includes('/generated/') && path !== 'next-env.d.ts')
    .sort();
}

/** Returns all imports and re-exports of a file, even `import('constant text')`. Leaves out Node's own modules. */
export function importsOf(file: string): Import[] {
  return parseImports(file, readFileSync(join(root, file), 'utf8'));
}

/** Returns the imports in `text`, which is read as the content of `file`. */
export function parseImports(file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const written = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({ ...moduleRequest, isType: areTypes(entries) })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest ? { ...moduleRequest, isType: areTypes(entries) } : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const [, value] = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(start, end))?.slice(1) ?? [];
      return value ? { value, start, isType: false } : [];
    }),
  ];
  // An export of several names from one file has an entry per name.
  const byPlace = new Map(written.map((one) => [one.start, one]));
  return [...byPlace.values()]
    .filter(({ value }) => !value.startsWith('node:'))
    .map(({ value, start, isType }) => ({
      line: text.slice(0, start).split('\n').length,
      isType,
      ...resolve(file, value),
    }));
}

/** Whether only types are imported. `import './file'` has no entries, but runs the file. */
function areTypes(entries: readonly { isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every(({ isType }) => isType);
}

function resolve(file: string, written: string): Pick<Import, 'target' | 'isPackage'> {
  const path = written.startsWith('@/')
    ? written.slice(2)
    : written.startsWith('.')
      ? relative(root, join(root, dirname(file), written))
          .split(sep)
          .join('/')
      : null;
  if (path === null) return { target: packageName(written), isPackage: true };
  const ending = ENDINGS.find((end) => isFile(join(root, path + end)));
  return { target: path + (ending ?? ''), isPackage: false };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function packageName(written: string): string {
  const [first, second] = written.split('/');
  return written.startsWith('@') ? `${first}/${second}` : (first ?? written);
}
