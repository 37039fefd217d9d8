// Carries out a Dockerfile without a Docker engine. Each stage gets an empty folder instead of its base image, and uses
// the programs of this machine. Every command runs as a user without privileges.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, lchownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { endTogether } from '../shared/ending.mjs';
import { readIgnored } from './ignored';
import { type ImageSettings, type Instruction, parseDockerfile, type Stage } from './parse-dockerfile';

export interface Image extends ImageSettings {
  /** The folder that stands for `/`. */
  readonly root: string;
}

/** The user `nobody`; empty if this process itself is not root. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

interface Options {
  /** Where the Dockerfile is. */
  readonly context: string;
  /** The folder for the images, which is emptied first. Everyone must be able to enter its parent folders. */
  readonly folder: string;
  readonly buildArguments: Readonly<Record<string, string>>;
  /** A folder of packages to copy instead of running `npm ci`, which may take minutes to compile better-sqlite3. */
  readonly packages?: string | undefined;
  /** Runs each step, and may report it. */
  readonly step: (name: string, work: () => Promise<void>) => Promise<void>;
}

const nothing: ImageSettings = { env: {}, workdir: '/', user: null, command: [], healthCheck: [] };

/** Builds `targets` and the stages that they need, and returns the targets' images. */
export async function carryOut(targets: readonly string[], options: Options): Promise<Image[]> {
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  chmodSync(options.folder, 0o755);
  const stages = parseDockerfile(readFileSync(join(options.context, 'Dockerfile'), 'utf8'), options.buildArguments);
  const built = new Map<string, Image>();
  const build = async (name: string): Promise<Image> => {
    const existing = built.get(name);
    if (existing) return existing;
    const stage = stages.find((other) => other.name === name);
    const image = stage ? await buildStage(stage, options, build) : emptyImage(join(options.folder, 'base'));
    built.set(name, image);
    return image;
  };
  const images: Image[] = [];
  for (const target of targets) images.push(await build(target));
  return images;
}

async function buildStage(stage: Stage, options: Options, build: (name: string) => Promise<Image>): Promise<Image> {
  const base = await build(stage.from);
  const root = join(options.folder, stage.name);
  const changesFiles = stage.instructions.some(({ kind }) => kind === 'copy' || kind === 'run' || kind === 'workdir');
  // A stage that changes no file shares the folder of its base.
  const image = changesFiles ? { ...base, root } : base;
  if (changesFiles) {
    mkdirSync(root);
    cpSync(base.root, root, { recursive: true });
    giveToUnprivileged(root);
  }
  let state: Image = image;
  for (const instruction of stage.instructions) state = await apply(instruction, state, options, build);
  return state;
}

async function apply(
  instruction: Instruction,
  image: Image,
  options: Options,
  build: (name: string) => Promise<Image>,
): Promise<Image> {
  switch (instruction.kind) {
    case 'env':
      return { ...image, env: { ...image.env, ...instruction.values } };
    case 'user':
      return { ...image, user: instruction.name };
    case 'command':
      return { ...image, command: instruction.command };
    case 'healthcheck':
      return { ...image, healthCheck: instruction.command };
    case 'workdir': {
      const workdir = posix.resolve(image.workdir, instruction.path);
      mkdirSync(join(image.root, workdir), { recursive: true });
      giveToUnprivileged(join(image.root, workdir));
      return { ...image, workdir };
    }
    case 'copy': {
      const source = instruction.from === null ? null : await build(instruction.from);
      copy(instruction, source, image, options.context);
      return image;
    }
    case 'run':
      await options.step(instruction.command, () => run(instruction.command, image, options.packages));
      return image;
  }
}

type Copy = Extract<Instruction, { kind: 'copy' }>;

function copy({ sources, to }: Copy, source: Image | null, image: Image, context: string): void {
  const from = source?.root ?? context;
  const isIgnored = source ? () => false : readIgnored(readFileSync(join(context, '.dockerignore'), 'utf8'));
  const filter = (path: string) => !isIgnored(relative(from, path).replaceAll('\\', '/'));
  for (const name of sources) {
    const path = join(from, name);
    const target = join(image.root, posix.resolve(image.workdir, to));
    const destination = statSync(path).isDirectory() ? target : join(target, name.split('/').at(-1) ?? '');
    cpSync(path, destination, { recursive: true, filter, verbatimSymlinks: true });
    giveToUnprivileged(destination);
    for (let parent = dirname(destination); parent.startsWith(image.root); parent = dirname(parent))
      changeOwner(parent);
  }
}

async function run(command: string, image: Image, packages: string | undefined): Promise<void> {
  const cwd = join(image.root, image.workdir);
  if (packages !== undefined && command.startsWith('npm ci')) {
    cpSync(packages, join(cwd, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    giveToUnprivileged(join(cwd, 'node_modules'));
    return;
  }
  const home = join(image.root, 'tmp');
  mkdirSync(home, { recursive: true });
  giveToUnprivileged(home);
  const env = onlyWith({ HOME: home, CI: 'true', ...image.env });
  await new Promise<void>((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', command], { cwd, env, ...unprivileged, stdio: ['ignore', 'pipe', 'pipe'] });
    endTogether(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${code}\n${output}`))));
  });
}

/** Returns an environment with these variables and, from this process, nothing but PATH. */
export function onlyWith(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.assign(Object.create(null), { PATH: process.env.PATH, ...variables });
}

function emptyImage(root: string): Image {
  mkdirSync(root, { recursive: true });
  return { ...nothing, root };
}

/** Gives a file, or a folder with its content, to the user without privileges. */
function giveToUnprivileged(path: string): void {
  changeOwner(path);
  if (!statSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    changeOwner(join(entry.parentPath, entry.name));
  }
}

function changeOwner(path: string): void {
  const { uid, gid } = unprivileged;
  if (uid !== undefined && gid !== undefined) lchownSync(path, uid, gid);
}
