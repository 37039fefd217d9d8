import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What V8 writes with --cpu-prof, as far as it is read here. Times are microseconds of the monotonic clock. */
type Profile = {
  readonly startTime: number;
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};
type ProfileNode = { readonly id: number; readonly callFrame: CallFrame; readonly children?: readonly number[] };
type CallFrame = {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
};

const IDLE = '(idle)';

/**
 * Returns microseconds by package for the samples between two times. A built-in function without a file of its own counts
 * for the package that called it, so better-sqlite3 contains SQLite. Idle time is left out.
 */
export function readProfile(folder: string, from: number, until: number): Map<string, number> {
  const times = new Map<string, number>();
  for (const file of readdirSync(folder)) {
    const profile: Profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const names = nameNodes(profile.nodes);
    let clock = profile.startTime;
    profile.samples.forEach((id, index) => {
      clock += profile.timeDeltas[index] ?? 0;
      const delta = profile.timeDeltas[index + 1] ?? 0;
      const name = names.get(id) ?? '';
      if (clock >= from && clock <= until && name !== IDLE) times.set(name, (times.get(name) ?? 0) + delta);
    });
  }
  return times;
}

function nameNodes(nodes: readonly ProfileNode[]): Map<number, string> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const names = new Map<number, string>();
  for (const { id, callFrame } of nodes) {
    // A parent precedes its children.
    const caller = names.get(parents.get(id) ?? -1);
    names.set(id, packageOf(callFrame) ?? caller ?? callFrame.functionName);
  }
  return names;
}

const special = new Set([IDLE, '(garbage collector)', '(program)', '(root)']);

/** Undefined for a built-in function. */
function packageOf(frame: CallFrame): string | undefined {
  if (special.has(frame.functionName)) return frame.functionName;
  if (!frame.url) return undefined;
  if (frame.url.startsWith('wasm:')) return 'Prisma';
  if (frame.url.startsWith('node:')) return 'Node';
  const source = frame.url.includes('/.next/') ? sourceOf(frame) : frame.url;
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (installed) return installed.startsWith('@prisma/') ? 'Prisma' : installed;
  // The maps of bundled packages name the packages' own sources.
  if (/\/(client-engine-runtime|param-graph|debug|runtime)\//.test(source)) return 'Prisma';
  if (/^webpack:\/\/next|^turbopack:/.test(source)) return 'next';
  const own = /(?:^|\/)(?:lib\/([\w-]+)\/|lib\/[\w-]+\.[jt]s$|app\/|components\/)/.exec(source);
  if (own?.[1] === 'sqlite') return 'better-sqlite3'; // The thin layer over its calls, in which SQLite runs.
  return own ? `this shop: ${own[1] ? `lib/${own[1]}` : 'other files'}` : source.split('/').slice(-2).join('/');
}

const maps = new Map<string, SourceMap | null>();

/** The file that a line of the build was compiled from. */
function sourceOf({ url, lineNumber, columnNumber }: CallFrame): string {
  const file = fileURLToPath(url);
  let map = maps.get(file);
  if (map === undefined) {
    const mapFile = `${file}.map`;
    map = existsSync(mapFile) ? new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8'))) : null;
    maps.set(file, map);
  }
  const entry = map?.findEntry(lineNumber, columnNumber);
  // The types do not say that a part of a chunk can have no source.
  return (entry && 'originalSource' in entry && entry.originalSource) || file;
}
