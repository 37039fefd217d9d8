/** The settings with which a container runs. */
export interface ImageSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string | null;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

export type Instruction =
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'copy'; readonly from: string | null; readonly sources: readonly string[]; readonly to: string }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'command' | 'healthcheck'; readonly command: readonly string[] };

export interface Stage {
  readonly name: string;
  /** Another stage, or an image of a registry. */
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/**
 * Returns a Dockerfile's stages in order. An ARG before the first FROM has its value from `overrides`, or its default.
 * Throws for anything that this reader does not support, so that nothing is silently left out.
 */
export function parseDockerfile(text: string, overrides: Readonly<Record<string, string>> = {}): Stage[] {
  const args = new Map<string, string>();
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const line of logicalLines(text)) {
    const [word = '', rest = ''] = splitOnce(line);
    const stage = stages.at(-1);
    if (word === 'ARG' && !stage) {
      const [name = '', value = ''] = rest.split('=');
      args.set(name, overrides[name] ?? value);
    } else if (word === 'FROM') {
      const [from = '', as, name = `stage ${stages.length}`] = fill(rest, args).split(/\s+/);
      if (as !== undefined && as !== 'AS')
        throw new Error(`Dockerfile: FROM has ${as}, which scripts/image does not support.`);
      stages.push({ name, from, instructions: [] });
    } else if (stage) {
      const instruction = parseInstruction(word, rest);
      if (instruction) stage.instructions.push(instruction);
    } else {
      throw new Error(`Dockerfile: ${word} stands before the first FROM.`);
    }
  }
  return stages;
}

function parseInstruction(word: string, rest: string): Instruction | null {
  switch (word) {
    case 'WORKDIR':
      return { kind: 'workdir', path: rest };
    case 'COPY':
      return parseCopy(rest);
    case 'RUN':
      return { kind: 'run', command: rest };
    case 'ENV':
      return { kind: 'env', values: parsePairs(rest) };
    case 'USER':
      return { kind: 'user', name: rest };
    case 'CMD':
      return { kind: 'command', command: parseExec(rest) };
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', command: parseExec(rest.replace(/^(--\S+\s+)*CMD\s+/, '')) };
    case 'EXPOSE':
      return null;
    default:
      throw new Error(
        `Dockerfile: ${word} is not supported by scripts/image. Add it to parse-dockerfile.ts, or remove it from the Dockerfile.`,
      );
  }
}

function parseCopy(rest: string): Instruction {
  const words = rest.split(/\s+/);
  const flags = words.filter((word) => word.startsWith('--'));
  const unknown = flags.find((flag) => !/^--(from|chown)=/.test(flag));
  if (unknown) throw new Error(`Dockerfile: COPY ${unknown} is not supported by scripts/image.`);
  const paths = words.filter((word) => !word.startsWith('--'));
  const from = flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length) ?? null;
  return { kind: 'copy', from, sources: paths.slice(0, -1), to: paths.at(-1) ?? '.' };
}

function parsePairs(rest: string): Record<string, string> {
  const pairs = rest.split(/\s+/).map((pair) => /^([A-Z_]+)=([^"'\s$]*)$/.exec(pair));
  return Object.fromEntries(
    pairs.map((match) => {
      if (!match) throw new Error(`Dockerfile: ENV ${rest} is not a list of NAME=value without quotes.`);
      return [match[1], match[2]];
    }),
  );
}

function parseExec(rest: string): string[] {
  if (!rest.startsWith('[')) throw new Error(`Dockerfile: ${rest} is not in the exec form, ["program", "argument"].`);
  return JSON.parse(rest);
}

function logicalLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function splitOnce(line: string): [string, string] {
  const at = line.search(/\s/);
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at).trim()];
}

function fill(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name) => args.get(name) ?? '');
}
