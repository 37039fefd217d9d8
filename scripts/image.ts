// `npm run image`: builds the Dockerfile's images without a Docker engine, checks the size of the shop's image, and
// makes a purchase. If Caddy is installed, also checks the Caddyfile. The images stay in the folder given by `--folder`.
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryOut, type Image } from './image/carry-out';
import { checkProxy, hasCaddy, startProxy } from './image/check-proxy';
import { purchase, purchaseVariables } from './image/purchase';
import { startImage } from './image/start-image';
import { readArguments } from './shared/read-arguments.mjs';
import { describe, root, step } from './shared/run.mjs';
import { freePort } from './shared/serve.mjs';
import './shared/ending.mjs';

const MAX_MEGABYTES = 150;

const { values } = readArguments({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'seqr-webshop-image') },
    /** Copies this project's packages instead of running `npm ci`. */
    'reuse-packages': { type: 'boolean', default: false },
    /** Where to write how many checks passed, as JSON. */
    report: { type: 'string' },
  },
});
const counts = { passed: 0, failed: 0 };

console.log('');
try {
  const [shop, sandbox] = await carryOut(['shop', 'sandbox'], {
    context: root,
    folder: values.folder,
    buildArguments: {},
    packages: values['reuse-packages'] ? join(root, 'node_modules') : undefined,
    step,
  });
  assert.ok(shop && sandbox);
  await check('size of the image', async () => describeSize(shop));
  await tryOut(shop, sandbox);
} catch (error) {
  console.error(`\n${describe(error)}\n`);
  counts.failed++;
}
if (values.report) writeFileSync(values.report, JSON.stringify(counts));
process.exit(counts.failed === 0 ? 0 : 1);

async function tryOut(shopImage: Image, sandboxImage: Image): Promise<void> {
  const [shopPort, sandboxPort, proxyPort] = [await freePort(), await freePort(), await freePort()];
  const withProxy = hasCaddy();
  if (!withProxy && process.env.CADDY === 'required') throw new Error('Caddy is not installed: apt-get install caddy');
  const sandboxAddress = `http://127.0.0.1:${sandboxPort}`;
  const sandbox = await startImage(sandboxImage, sandboxPort, { PUBLIC_URL: sandboxAddress });
  const shop = await startImage(shopImage, shopPort, {
    ...purchaseVariables,
    PUBLIC_URL: withProxy ? `https://localhost:${proxyPort}` : `http://127.0.0.1:${shopPort}`,
    SEQR_SANDBOX: 'off',
    SEQR_WSDL_URL: `${sandboxAddress}/soap/merchant/cashregister-2?wsdl`,
    DEMO_CATALOGUE: 'on',
    TRUST_PROXY: '1',
    DRAIN_SECONDS: '0',
  });
  await check('purchase', () => purchase(shop.address, sandbox.address));
  const proxy = withProxy && (await startProxy(proxyPort, shop.address, sandbox.address));
  if (proxy) await check('Caddy in front', () => checkProxy(proxy, sandbox.address));
  await check('end on SIGTERM', async () => {
    assert.deepEqual(await Promise.all([shop.end(), sandbox.end()]), [0, 0], shop.output() + sandbox.output());
  });
  // Last, because Caddy keeps the stream of a client that has disconnected open until the shop ends it, for up to 20 seconds.
  if (proxy) await proxy.stop();
  for (const image of [shopImage, sandboxImage]) {
    const data = join(image.root, image.workdir, '.data');
    if (existsSync(data)) for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true });
  }
}

async function check(name: string, work: Parameters<typeof step>[1]): Promise<void> {
  try {
    await step(name, work);
    counts.passed++;
  } catch {
    counts.failed++;
  }
}

function describeSize({ root: folder }: Image): string {
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const megabytes = Math.round(bytes / 1e6);
  assert.ok(megabytes <= MAX_MEGABYTES, `The image has ${megabytes} MB without its base; at most ${MAX_MEGABYTES}.`);
  return `${megabytes} MB of ${MAX_MEGABYTES} without the base image`;
}
