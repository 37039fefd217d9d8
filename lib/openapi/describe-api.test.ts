import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckout } from '../checkout/parse-checkout';
import { tooManyRequests } from '../http/rate-limit';
import { highestPrice } from '../orders/delivery';
import { faultRequest } from '../sandbox/control/start-fault';
import { newFault } from '../sandbox/faults/fault';
import * as values from '../test-api/values';
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

  it('declares each key, and that it is required by the control API and the test API only', () => {
    for (const { path, operation } of operations) {
      const names = (operation.security ?? []).flatMap((keys) => Object.keys(keys));
      expect(names, path).toEqual(
        path.startsWith('/sandbox/') ? ['sandboxKey'] : path.startsWith('/api/test/') ? ['testApiKey'] : [],
      );
      expect(Object.keys(api.components.securitySchemes)).toEqual(expect.arrayContaining(names));
      for (const status of names.includes('sandboxKey') ? ['401', '403'] : names.length > 0 ? ['401', '503'] : [])
        expect(Object.keys(operation.responses), path).toContain(status);
    }
    expect(describeApi({ shop: true, sandbox: false, testApi: false }).components.securitySchemes).toEqual({});
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

it('describes the answer to too many requests', async () => {
  const answer = await tooManyRequests(1, 'Try again later.').json();
  const validator = openValidator(api);
  for (const path of ['/api/orders/{orderId}/payment', '/api/orders/{orderId}/payment/events']) {
    const at = `paths/${path}/get/responses/429/content/application/json/schema`;
    expect(validator.problems(at, answer), path).toEqual([]);
  }
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

it('a checkout is valid according to the description if and only if the shop accepts it', () => {
  const checkout = Object(api.paths['/api/checkout']?.post?.requestBody?.content['application/json']?.example);
  const customer = (field: string, length: number) => ({
    customer: { ...checkout.customer, [field]: 'x'.repeat(length) },
  });
  const items = (slug: string, quantity = 1) => ({ items: [{ slug, quantity }] });
  const changes: object[] = [
    ...[items(''), items('x'), items('x'.repeat(60)), items('x'.repeat(61)), items('x', 0), items('x', 1.5)],
    ...[{ items: [] }, { shownTotal: 1 }, { shownTotal: 1.5 }, { shownTotal: '1' }, { delivery: 'pigeon' }],
    ...[customer('name', 0), customer('name', 100), customer('name', 101), customer('address', 0)],
    ...[customer('address', 120), customer('address', 121), customer('city', 0), customer('city', 80)],
    ...[customer('city', 81), customer('postalCode', 0), customer('postalCode', 13), customer('email', 0)],
    ...[customer('email', 255), { checkoutKey: 'x' }, { language: 'tlh' }, { paymentMethod: 'card' }],
  ];
  const validator = openValidator(api);
  for (const change of changes) {
    const body = { ...checkout, ...change };
    const isValid = validator.problems('components/schemas/CheckoutRequest', body).length === 0;
    expect(isValid, JSON.stringify(change)).toBe(parseCheckout(body).ok);
  }
});

describe('a request to the test API is valid according to the description if and only if the shop accepts it', () => {
  const validator = openValidator(api);
  const namespace = 'mine';
  const price = highestPrice().amount;

  it.each<[string, { safeParse(value: unknown): { success: boolean } }, object[]]>([
    [
      '/api/test/products/post',
      values.newProduct,
      [
        ...[{}, { namespace }, { namespace: '' }, { namespace: 'A' }, { namespace: 'a'.repeat(17) }],
        ...[
          { namespace, price: 0 },
          { namespace, price },
          { namespace, price: price + 1 },
          { namespace, price: 1.5 },
        ],
        ...[
          { namespace, stock: -1 },
          { namespace, stock: 1_000_000 },
          { namespace, stock: 1_000_001 },
        ],
        ...[
          { namespace, name: '' },
          { namespace, name: 'x'.repeat(120) },
          { namespace, name: 'x'.repeat(121) },
        ],
        ...[
          { namespace, sku: '' },
          { namespace, sku: 'A-1/b.c_d' },
          { namespace, sku: '-a' },
          { namespace, sku: 'a b' },
        ],
        ...[
          { namespace, sku: 'a'.repeat(40) },
          { namespace, sku: 'a'.repeat(41) },
          { namespace, vatRate: 7_77 },
        ],
        { namespace, colour: 'red' },
      ],
    ],
    [
      '/api/test/products/{slug}/patch',
      values.productChange,
      [
        ...[{ namespace }, { namespace, price: 1 }, { namespace, stock: 0 }, { namespace, price: 1, stock: 0 }],
        ...[
          { stock: 0 },
          { namespace, price: price + 1 },
          { namespace, stock: 1_000_001 },
          { namespace, colour: 'red' },
        ],
      ],
    ],
    [
      '/api/test/products/{slug}/expire-orders/post',
      values.ownNamespace,
      [{}, { namespace }, { namespace, slug: 'x' }],
    ],
    [
      '/api/test/sessions/expire/post',
      values.session,
      [{}, { cookie: '' }, { cookie: 'x' }, { cookie: 'x'.repeat(1_000) }, { cookie: 'x'.repeat(1_001) }],
    ],
    ['/api/test/orders/{id}/pause-polling/post', values.pause, [{}, { seconds: 0 }, { seconds: 60 }, { seconds: 61 }]],
  ])('%s', (path, parser, bodies) => {
    for (const body of bodies) {
      const problems = validator.problems(`paths/${path}/requestBody/content/application/json/schema`, body);
      expect(problems.length === 0, JSON.stringify(body)).toBe(parser.safeParse(body).success);
    }
  });

  it.each<[string, { safeParse(value: unknown): { success: boolean } }]>([
    ['/api/test/products/delete', values.ownNamespace],
    ['/api/test/orders/get', values.orderQuery],
    ['/api/test/mails/get', values.mailQuery],
  ])('the parameters of %s', (path, parser) => {
    const found = operations.find((entry) => `${entry.path}/${entry.method}` === path);
    const parameters = found?.operation.parameters ?? [];
    expect(parameters).not.toEqual([]);
    for (const [index, { name }] of parameters.entries()) {
      for (const value of ['', 'x', 'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(254), 'x'.repeat(255)]) {
        const problems = validator.problems(`paths/${path}/parameters/${index}/schema`, value);
        expect(problems.length === 0, `${name} of ${value.length}`).toBe(parser.safeParse({ [name]: value }).success);
      }
    }
  });
});
