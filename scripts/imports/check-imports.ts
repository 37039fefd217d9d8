import { allowedImports, onlyTypesIn, packagesOnlyIn } from './allowed-imports';
import { type Import, importsOf, SOURCE, sourceFiles } from './read-imports';

const TEST = /\.(?:test|spec)\.tsx?$/;
// The inner folders of app and pages are addresses, and those of texts are languages. Neither kind needs to be listed.
const EACH_FOLDER_LISTED = /^(?:lib|components|scripts|e2e)(?:\/|$)(?!bench\/floor|i18n\/texts\/)/;
const folders = Object.keys(allowedImports);

/** Returns one sentence for each import that the table does not allow, and for each fault of the table itself. */
export function checkImports(files = sourceFiles(), read: (file: string) => Import[] = importsOf): string[] {
  const used = new Map(folders.map((folder) => [folder, new Set<string>()]));
  const problems: string[] = [];
  for (const file of files) {
    const from = listedFolder(file);
    if (from === undefined) {
      problems.push(
        `${file}: its folder is not in scripts/imports/allowed-imports.ts. Add it below all that it imports.`,
      );
      continue;
    }
    for (const { line, target, isPackage, isType } of read(file)) {
      const problem = isPackage ? refusePackage(file, from, target) : refuse(file, from, target, isType, used);
      if (problem) problems.push(`${file}:${line}: ${problem}`);
    }
  }
  return [...problems, ...tableProblems(used)];
}

function refuse(
  file: string,
  from: string,
  target: string,
  isType: boolean,
  used: Map<string, Set<string>>,
): string | null {
  if (!SOURCE.test(target) && target.includes('.')) return null; // data, such as package.json
  const to = listedFolder(target);
  if (to === undefined || to === from) return null;
  if (TEST.test(file) && !file.startsWith('e2e/')) {
    const [top = ''] = from.split('/');
    if (to === '.' || to.startsWith('lib') || to.startsWith('prisma') || to.startsWith(`${top}/`)) return null;
    if (allowedImports[top]?.includes(to)) return null;
  } else used.get(from)?.add(to);
  if (allowedImports[from]?.includes(to)) {
    return isType || !givesOnlyTypes(from, to) ? null : `${from} may import only types from ${to}.`;
  }
  return `${from} may not import ${to}. See scripts/imports/allowed-imports.ts.`;
}

function givesOnlyTypes(from: string, to: string): boolean {
  const isIn = (folder: string, top: string) => folder === top || folder.startsWith(`${top}/`);
  return Object.entries(onlyTypesIn).some(([top, users]) => isIn(to, top) && users.some((user) => isIn(from, user)));
}

function refusePackage(file: string, from: string, name: string): string | null {
  const only = packagesOnlyIn[name];
  if (!only || TEST.test(file) || only.some((folder) => from === folder || from.startsWith(`${folder}/`))) return null;
  return `only ${only.join(', ')} may import ${name}.`;
}

/** A folder must be listed after all that it may import, so that the table has no cycle. */
function tableProblems(used: Map<string, Set<string>>): string[] {
  return folders.flatMap((folder, position) =>
    (allowedImports[folder] ?? []).flatMap((target) => {
      const where = folders.indexOf(target);
      if (where === -1) return `${folder}: ${target} is not in the table.`;
      if (where >= position)
        return `${folder}: ${target} is listed further down. There is a cycle, or the order is wrong.`;
      return used.get(folder)?.has(target) ? [] : `${folder}: nothing imports ${target}. Remove it from the table.`;
    }),
  );
}

/** Returns the table's entry for a file: the file's folder, or for routes and texts the nearest listed parent. */
function listedFolder(file: string): string | undefined {
  const path = file.includes('/') ? file.slice(0, file.lastIndexOf('/')).replace(/\/generated(?:\/.*)?$/, '') : '.';
  if (EACH_FOLDER_LISTED.test(path)) return path in allowedImports ? path : undefined;
  for (
    let folder = path;
    folder !== '';
    folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : ''
  ) {
    if (folder in allowedImports) return folder;
  }
  return undefined;
}
