import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

it('the lock file has the native packages of every platform, so that npm ci works on macOS and Windows too', () => {
  // npm leaves out those that the registry of whoever ran `npm install` did not have; then `npm ci` fails everywhere.
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const paths = Object.keys(packages);
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`))),
  );
  expect(missing).toEqual([]);
});
