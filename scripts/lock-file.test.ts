import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Package = {
  optionalDependencies?: Record<string, string>;
  integrity?: string;
  resolved?: string;
  inBundle?: boolean;
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

it('lists the native packages for every platform, so npm ci also works on macOS and Windows', () => {
  // npm leaves out packages that were missing in the registry used for `npm install`. Then `npm ci` fails everywhere.
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !installed.some(([path]) => path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});

it('has a SHA-512 hash for every package', () => {
  // A bundled package is covered by the hash of the package that contains it.
  const unpinned = installed.filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'));
  expect(unpinned.map(([path]) => path)).toEqual([]);
});

it('takes every package from registry.npmjs.org', () => {
  const elsewhere = installed.filter(
    ([, { resolved }]) => !/^(https:\/\/registry\.npmjs\.org\/|$)/.test(resolved ?? ''),
  );
  expect(elsewhere.map(([path, { resolved }]) => `${path} ${resolved}`)).toEqual([]);
});
