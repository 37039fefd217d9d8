import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run.mjs';

const commands = ['test', 'bench', 'chaos', 'visitors'];

it.each(commands)('npm run %s refuses an unknown option with one line, before it does anything', (name) => {
  const script = join(root, 'scripts', `${name}.mjs`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--nonsense'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '?--nonsense'?\. The options are: --[^\n]+\.\n$/);
});
