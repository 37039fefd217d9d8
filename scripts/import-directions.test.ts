import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// biome.json says which way the imports may point. Here stands a small house with one file a room that imports
// everything it may and everything it must not, linted under the project's own rules.

const house: { file: string; may: string[]; mayNot: string[] }[] = [
  {
    file: 'lib/money.ts',
    may: ['./clock', './i18n/languages', 'node:fs', 'zod'],
    mayNot: ['./orders/get-order', '@/lib/orders/get-order', './sandbox/payer', '../app/page', 'next/headers', 'react'],
  },
  {
    file: 'lib/sqlite/database.ts',
    may: ['../clock', './mutex', 'better-sqlite3'],
    mayNot: ['../db/client', '../orders/get-order', '@/lib/payments/sync', '../sandbox/payer', '@/components/ui/link'],
  },
  {
    file: 'lib/db/client.ts',
    may: ['../config', '../sqlite/database', './generated/client'],
    mayNot: ['../orders/get-order', '../seqr/client', '@/lib/catalogue/list-products', '../sandbox/payer'],
  },
  {
    file: 'lib/seqr/client.ts',
    may: ['../money', './contract/wsdl', 'soap'],
    mayNot: ['../orders/get-order', '../db/client', '@/lib/catalogue/list-products', '../sandbox/soap/endpoint'],
  },
  {
    file: 'lib/catalogue/list-products.ts',
    may: ['../db/client', '../money', '../i18n/languages'],
    mayNot: [
      '../orders/quote',
      '@/lib/orders/quote',
      '../cart/cart',
      '../payments/sync',
      '../seqr/client',
      'next/cache',
    ],
  },
  {
    file: 'lib/cart/change-cart.ts',
    may: ['../catalogue/list-products', '../money'],
    mayNot: ['../orders/quote', '../payments/sync', '../checkout/place-order', '../seqr/client', '../sandbox/payer'],
  },
  {
    file: 'lib/orders/quote.ts',
    may: ['../catalogue/list-products', '../cart/cart', '../db/client'],
    mayNot: ['../payments/sync', '@/lib/payments/sync', '../checkout/place-order', '../seqr/client', '@/app/layout'],
  },
  {
    file: 'lib/payments/sync.ts',
    may: ['../orders/get-order', '../seqr/client', '../catalogue/get-product', '../db/client'],
    mayNot: [
      '../checkout/place-order',
      '../admin/session',
      '../sandbox/payer',
      '@/lib/sandbox/payer',
      '../../components/ui/link',
      'react',
    ],
  },
  {
    file: 'lib/payments/watcher/wake.ts',
    may: ['../sync', '../../orders/get-order', '../../seqr/client'],
    mayNot: ['../../sandbox/payer', '../../checkout/place-order', '../../../app/page', '../../../components/ui/link'],
  },
  {
    file: 'lib/checkout/place-order.ts',
    may: ['../payments/start', '../orders/create-order', '../cart/cart'],
    mayNot: ['../sandbox/payer', '@/app/api/checkout/route', 'next/server', 'react-dom/server'],
  },
  {
    file: 'lib/admin/list-orders.ts',
    may: [
      '../orders/get-order',
      '../payments/refund-payment',
      '../seqr/client',
      '../catalogue/product',
      '../db/client',
    ],
    mayNot: ['../sandbox/payer', '@/app/admin/page', 'next/cache', '../../components/admin/shell'],
  },
  {
    file: 'lib/sandbox/payer.ts',
    may: ['../money', '../sqlite/database', '../seqr/contract/wsdl', './soap/endpoint', './database/client'],
    mayNot: [
      '../orders/get-order',
      '../db/client',
      '@/lib/db/client',
      '../seqr/client',
      '@/lib/seqr/client',
      'next/headers',
    ],
  },
  {
    file: 'lib/sandbox/soap/endpoint.ts',
    may: ['../payer', '../database/client', '../../money', '../../seqr/contract/wsdl'],
    mayNot: [
      '../../db/client',
      '../../seqr/client',
      '../../payments/sync',
      '@/lib/orders/get-order',
      '../../i18n/texts',
    ],
  },
  {
    file: 'lib/payment-view/view.ts',
    may: ['./texts', 'qr'],
    mayNot: ['../money', '@/lib/money', 'react', '@/components/ui/link'],
  },
  {
    file: 'components/shop/price.tsx',
    may: ['@/lib/money', '../ui/link', '@/lib/orders/views', 'next/link', 'react'],
    mayNot: ['@/app/layout', '../../app/layout', '@/lib/sandbox/payer', '../../lib/sandbox/payer', '@/lib/db/client'],
  },
  {
    file: 'components/sandbox/keypad.tsx',
    may: ['../ui/button', './digits'],
    mayNot: ['@/lib/sandbox/payer', '@/lib/db/generated/client'],
  },
  {
    file: 'app/[lang]/cart/page.tsx',
    may: ['@/components/shop/price', '@/lib/cart/cart', 'next/headers', './rows'],
    mayNot: ['@/lib/sandbox/payer', '@/lib/db/client', '../../../lib/sandbox/payer', '@/lib/db/generated/client'],
  },
  {
    file: 'app/api/health/route.ts',
    may: ['@/lib/config', '@/lib/seqr/client'],
    mayNot: ['@/lib/sandbox/soap/endpoint', '@/lib/db/client'],
  },
  {
    file: 'pages/api/orders/payment/events.ts',
    may: ['@/lib/payments/bus', '@/lib/event-stream'],
    mayNot: ['@/lib/sandbox/events', '@/lib/db/client'],
  },
  ...[
    'app/sandbox/api/clock/route.ts',
    'app/soap/merchant/cashregister-2/route.ts',
    'app/se-qr-web/qrgenerator/route.ts',
  ].map((file) => ({
    file,
    may: ['@/lib/sandbox/soap/endpoint', '@/lib/config', '@/components/sandbox/keypad'],
    mayNot: ['@/lib/db/client', '@/lib/orders/get-order', '@/lib/payments/sync'],
  })),
];

/** Every way of importing; an arrow that only one of them could bend would be no rule. */
const ways = [
  (from: string) => `import '${from}';`,
  (from: string) => `import { a } from '${from}';`,
  (from: string) => `import type { B } from '${from}';`,
  (from: string) => `export { c } from '${from}';`,
  (from: string) => `await import('${from}');`,
];

const folder = mkdtempSync(join(tmpdir(), 'import-directions-'));
const refused = new Map<string, Set<number>>();

beforeAll(() => {
  const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
  const { linter, overrides } = rules;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, linter, overrides }));
  for (const { file, may, mayNot } of house) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      linesOf(may, mayNot)
        .map(({ code }) => `${code}\n`)
        .join(''),
    );
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', folder];
  const run = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  for (const { location } of JSON.parse(run.stdout).diagnostics) {
    const file = location.path.replaceAll('\\', '/').replace(/^.*import-directions-[^/]+\//, '');
    refused.set(file, (refused.get(file) ?? new Set()).add(location.start.line));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function linesOf(may: string[], mayNot: string[]) {
  return [...may.map((from) => ({ from, allowed: true })), ...mayNot.map((from) => ({ from, allowed: false }))].flatMap(
    ({ from, allowed }) => ways.map((way) => ({ code: way(from), allowed })),
  );
}

it.each(house)('holds the arrows of $file', ({ file, may, mayNot }) => {
  const lines = linesOf(may, mayNot);
  const verdicts = lines.map(
    ({ code }, index) => `${refused.get(file)?.has(index + 1) ? 'refused' : 'taken'}: ${code}`,
  );
  expect(verdicts).toEqual(lines.map(({ code, allowed }) => `${allowed ? 'taken' : 'refused'}: ${code}`));
});
