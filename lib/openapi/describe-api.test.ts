import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckout } from '../checkout/parse-checkout';
import { faultRequest } from '../sandbox/control/start-fault';
import { newFault } from '../sandbox/faults/fault';
import { openValidator } from '../testing/open-validator';
import { describeApi } from './describe-api';
import { methods, type Schema } from './types';

const api = describeApi({ shop: true, sandbox: true, testApi: true });
const operations = Object.entries(api.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ path, method, operation }] : [];
  }),
);

/** The file that handles a path. Its parameters may have other names than those in the description. */
function routeFile(path: string): string | undefined {
  const find = (folder: string, parts: string[]): string | undefined => {
    const [part, ...rest] = parts;
    if (part === undefined) return [join(folder, 'route.ts'), `${folder}.ts`].find((file) => existsSync(file));
    const names = part.startsWith('{') ? readdirSync(folder).filter((name) => name.startsWith('[')) : [part];
    for (const name of names) {
      const next = join(folder, name);
      if (!existsSync(next) && !existsSync(`${next}.ts`)) continue;
      const found = find(next, rest);
      if (found) return found;
    }
    return undefined;
  };
  const parts = path.slice(1).split('/');
  return find('app', parts) ?? find('pages', parts);
}

const exportedBy = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^export (?:const|async function) ([A-Z]+)\b/gm)].map(([, name]) => name);

describe('the description', () => {
  it.each(operations.map(({ method, path }) => [method, path]))(
    'describes a route that exists: %s %s',
    (method, path) => {
      const file = routeFile(path ?? '');
      expect(file).toBeDefined();
      if (file?.startsWith('app/')) expect(exportedBy(file)).toContain(method?.toUpperCase());
    },
  );

  it.each(['app/sandbox/api', 'app/api/test'])('describes every operation of %s', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('route.ts'),
    );
    const existing = files.flatMap((file) =>
      exportedBy(join(folder, file)).map((method) => `${method} ${folder}/${file}`),
    );
    const described = operations
      .filter(({ path }) => `app${path}`.startsWith(`${folder}/`))
      .map(({ method, path }) => `${method.toUpperCase()} ${routeFile(path)}`);
    expect(described.toSorted()).toEqual(existing.toSorted());
  });

  it('has unique ids, declared tags and a parameter for each part in braces', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(api.tags.map(({ name }) => name));
    for (const { path, operation } of operations) {
      expect(
        operation.tags.every((tag) => tags.has(tag)),
        path,
      ).toBe(true);
      const named = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? [], path).toEqual(named);
    }
  });

  it('lists only the paths that the server has', () => {
    const none = { shop: false, sandbox: false, testApi: false };
    const paths = (has: object) => Object.keys(describeApi({ ...none, ...has }).paths).join(' ');
    expect(paths({ sandbox: true })).not.toMatch(/checkout|orders/);
    expect(paths({ shop: true })).not.toMatch(/sandbox|test/);
    expect(paths({ testApi: true })).toMatch(/^\/api\/test[^ ]*( \/api\/test[^ ]*)* \/api\/health$/);
    expect(paths({})).toBe('/api/health');
  });

  it('has valid schemas, and examples that match them', () => {
    const validator = openValidator(api);
    for (const { path, method, operation } of operations) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        for (const type of Object.keys(content ?? {})) {
          validator.compile(`paths/${path}/${method}/responses/${status}/content/${type}/schema`);
        }
      }
      for (const [type, { example }] of Object.entries(operation.requestBody?.content ?? {})) {
        const at = `paths/${path}/${method}/requestBody/content/${type}/schema`;
        expect(validator.problems(at, example), at).toEqual([]);
      }
    }
  });
});

describe('a fault', () => {
  const kinds = (api.components.schemas.NewFault?.oneOf ?? []).map((schema) => schema.properties ?? {});
  const described = Object.fromEntries(kinds.map((properties) => [String(properties.kind?.const), properties]));
  const validator = openValidator(api);
  const problems = (fault: unknown) => validator.problems('components/schemas/NewFault', fault);

  it('is described with the fields of each kind', () => {
    const actual = newFault.options.map(({ shape }) => [shape.kind.value, Object.keys(shape).toSorted()]);
    expect(Object.entries(described).map(([kind, fields]) => [kind, Object.keys(fields).toSorted()])).toEqual(actual);
  });

  const valid: object[] = newFault.options.map(({ shape }) => {
    const needs: Record<string, unknown> = {
      resultCode: 93,
      seconds: 5,
      status: shape.kind.value === 'http' ? 503 : 'X',
      amount: '1.50',
    };
    const fields = Object.keys(shape).filter((name) => name in needs);
    return { kind: shape.kind.value, ...Object.fromEntries(fields.map((name) => [name, needs[name]])) };
  });
  const wrong: Record<string, unknown>[] = [
    { sku: '' },
    { sku: 5 },
    { invoiceReference: 'R1' },
    { times: 0 },
    { times: 1 },
    { times: 51 },
    { times: 1.5 },
    { seconds: -1 },
    { seconds: '5' },
    { resultCode: 3 },
    { status: 99 },
    { amount: '1e3' },
    { copies: 51 },
    { unknown: true },
  ];

  it('is valid according to the description if and only if the sandbox accepts it', () => {
    for (const fault of valid) {
      expect(problems(fault), JSON.stringify(fault)).toEqual([]);
      expect(faultRequest.safeParse(fault).success, JSON.stringify(fault)).toBe(true);
      for (const change of [...wrong, { sku: 'jam', times: 2 }, { operation: 'sendInvoice' }]) {
        const changed = { ...fault, ...change };
        expect(problems(changed).length === 0, JSON.stringify(changed)).toBe(faultRequest.safeParse(changed).success);
      }
    }
  });
});

it('the checkout is described with the fields and the defaults that it has', () => {
  const schema: Schema = api.components.schemas.CheckoutRequest ?? {};
  const example = api.paths['/api/checkout']?.post?.requestBody?.content['application/json']?.example;
  const parsed = parseCheckout(example);
  expect(parsed.ok && Object.keys(parsed.checkout).toSorted()).toEqual(
    Object.keys(schema.properties ?? {})
      .filter((name) => name !== 'shownTotal')
      .toSorted(),
  );
  const validator = openValidator(api);
  for (const name of Object.keys(schema.properties ?? {})) {
    const without = { ...(typeof example === 'object' ? example : {}), [name]: undefined };
    const body: unknown = JSON.parse(JSON.stringify(without));
    const isValid = validator.problems('components/schemas/CheckoutRequest', body).length === 0;
    expect(isValid, `without ${name}`).toBe(parseCheckout(body).ok);
  }
});
