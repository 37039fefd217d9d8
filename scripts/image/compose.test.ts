import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KEEP_ALIVE_MS } from '../shared/server-variables.mjs';

const compose = readFileSync('compose.yaml', 'utf8');
const services = [...(compose.split('\nservices:')[1]?.split('\nvolumes:')[0] ?? '').matchAll(/^ {2}([\w-]+):$/gm)].map(
  ([, name]) => name,
);

it('compose.yaml sets only variables that something reads', () => {
  const readNames = ['.env.example', 'Caddyfile'].map((file) => readFileSync(file, 'utf8')).join('\n');
  const names = [...compose.matchAll(/^ {2,6}([A-Z][A-Z_]+): /gm)].flatMap(([, name]) => name ?? []);
  expect(names.length).toBeGreaterThan(15);
  const unknown = names.filter((name) => !new RegExp(`(^|\\{\\$)${name}\\b`, 'm').test(readNames));
  // PostgreSQL's image reads the variables with POSTGRES_; PREVIOUS is an argument of the Dockerfile.
  expect(unknown.filter((name) => !name.startsWith('POSTGRES_'))).toEqual(['PREVIOUS']);
});

it('Caddy closes idle connections before the servers do', () => {
  const [, seconds] = /keepalive (\d+)s/.exec(readFileSync('Caddyfile', 'utf8')) ?? [];
  expect(Number(seconds) * 1000).toBeLessThan(KEEP_ALIVE_MS);
});

it('compose.yaml has a service for each server that the Caddyfile names', () => {
  const upstreams = [...readFileSync('Caddyfile', 'utf8').matchAll(/([\w-]+):(?:3000|7070)/g)].map(([, name]) => name);
  expect(upstreams).toEqual(['web-1', 'web-2', 'sandbox']);
  expect(services).toEqual(expect.arrayContaining([...upstreams, 'worker', 'database', 'proxy']));
});
