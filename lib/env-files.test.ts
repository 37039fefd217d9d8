import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEnvFiles } from './env-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seqr-env-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(files: Record<string, string | Buffer>, env: Record<string, string | undefined> = {}) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  loadEnvFiles(folder, env);
  return env;
}

describe('an .env value', () => {
  it.each([
    ["'Hemligt$Katt7!x'", 'Hemligt$Katt7!x'],
    ['"Hemligt$Katt7!x"', 'Hemligt$Katt7!x'],
    ['Hemligt$Katt7!x', 'Hemligt$Katt7!x'],
    ["'$abc12345'", '$abc12345'],
    ['$abc12345', '$abc12345'],
    ['$HOME/$(id)', '$HOME/$(id)'],
    ["'a#b'  # a comment", 'a#b'],
    ['', ''],
  ])('keeps every `$`, and removes quotes and comments: %s', (written, value) => {
    expect(load({ '.env': `OTHER=1\nADMIN_PASSWORD=${written}\n` })).toEqual({ OTHER: '1', ADMIN_PASSWORD: value });
  });
});

it.each([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFADMIN_PASSWORD=åäö$1\r\nPORT=4000\r\n')],
  ['UTF-16', Buffer.from('\uFEFFADMIN_PASSWORD=åäö$1\r\nPORT=4000\r\n', 'utf16le')],
])('reads a file in %s', (_encoding, file) => {
  expect(load({ '.env': file })).toEqual({ ADMIN_PASSWORD: 'åäö$1', PORT: '4000' });
});

it('prefers set variables, even empty ones, then .env.local', () => {
  const files = { '.env': 'A=env\nB=env\nC=env\n', '.env.local': 'A=local\nB=local\n' };
  expect(load(files, { A: '' })).toEqual({ A: '', B: 'local', C: 'env' });
});

it('adds nothing without files', () => expect(load({})).toEqual({}));

it.each(['.env.production', '.env.production.local', '.env.development', '.env.development.local'])(
  'stops start-up with a message if %s exists',
  (name) => expect(() => load({ [name]: '' })).toThrow(`Only some commands would read ${name}`),
);
