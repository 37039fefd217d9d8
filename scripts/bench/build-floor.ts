import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse, sep } from 'node:path';
import { root, runNode } from '../shared/run.mjs';
import { nextBin } from '../shared/steps.mjs';

/**
 * Builds the minimal Next app of `floor` in a temporary folder and returns the folder. Inside the project, Next would
 * add the project's own proxy.ts and instrumentation.ts to it.
 */
export async function buildFloor(): Promise<string> {
  const temporary = realpathSync(tmpdir());
  // On Windows, the packages and the temporary folder can be on different drives, and then share no parent folder.
  const parent = parse(temporary).root === parse(root).root ? temporary : dirname(root);
  const folder = mkdtempSync(join(parent, 'bare-next-'));
  try {
    cpSync(join(root, 'scripts', 'bench', 'floor'), folder, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const env = { FLOOR_ROOT: commonFolder(folder, realpathSync(join(root, 'node_modules'))) };
    await runNode([nextBin, 'build', folder], { cwd: folder, env });
    refuseExtras(join(folder, '.next', 'server'));
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The deepest folder that contains both paths. */
function commonFolder(first: string, second: string): string {
  const parts = second.split(sep);
  const shared = first.split(sep).findIndex((part, index) => part !== parts[index]);
  return parts.slice(0, shared).join(sep) || parse(first).root;
}

/** Throws if the build in `server` has a proxy (which Next builds as middleware) or instrumentation. */
function refuseExtras(server: string): void {
  const found = ['middleware.js', 'instrumentation.js'].filter((file) => existsSync(join(server, file)));
  if (found.length > 0) throw new Error(`The bare Next app is not bare: its build has ${found.join(' and ')}.`);
}
