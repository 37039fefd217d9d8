import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serverVariables } from '../shared/server-variables.mjs';
import { parseDockerfile } from './parse-dockerfile';

it('reads each stage with its base and its instructions', () => {
  const stages = parseDockerfile(
    `# a comment
ARG NODE=24
FROM node:\${NODE}-slim AS build
WORKDIR /build
COPY --from=other --chown=node:node a b .
RUN npm ci && \\
  npm run build
ENV A=1 B=
FROM build
USER node
HEALTHCHECK --interval=5s --timeout=5s CMD ["node", "-e", "1"]
CMD ["node", "start.mjs"]
EXPOSE 3000
`,
    { NODE: '22' },
  );
  expect(stages).toEqual([
    {
      name: 'build',
      from: 'node:22-slim',
      instructions: [
        { kind: 'workdir', path: '/build' },
        { kind: 'copy', from: 'other', sources: ['a', 'b'], to: '.' },
        { kind: 'run', command: 'npm ci && npm run build' },
        { kind: 'env', values: { A: '1', B: '' } },
      ],
    },
    {
      name: 'stage 1',
      from: 'build',
      instructions: [
        { kind: 'user', name: 'node' },
        { kind: 'healthcheck', command: ['node', '-e', '1'] },
        { kind: 'command', command: ['node', 'start.mjs'] },
      ],
    },
  ]);
});

it.each([
  'FROM a\nVOLUME /data',
  'FROM a\nCMD node start.mjs',
  'FROM a\nCOPY --link a b',
  'FROM a\nENV A="b c"',
  'RUN a',
])('refuses a Dockerfile with a line that it does not support: %j', (text) =>
  expect(() => parseDockerfile(text)).toThrow(/^Dockerfile: /),
);

it('the image runs without privileges and with the same variables as every other server', () => {
  const stages = parseDockerfile(readFileSync('Dockerfile', 'utf8'));
  expect(stages.at(-1)?.name).toBe('shop');
  const runtime = stages.find(({ name }) => name === 'runtime')?.instructions ?? [];
  const env = Object.assign({}, ...runtime.map((step) => (step.kind === 'env' ? step.values : {})));
  expect(env).toMatchObject({ ...serverVariables, KEEP_ALIVE_TIMEOUT: '65000', NODE_ENV: 'production' });
  expect(runtime).toContainEqual({ kind: 'user', name: 'node' });
});
