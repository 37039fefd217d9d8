// `npm run demo`: from a fresh clone to a running shop. `--dev` (`npm run dev`) reloads on every change;
// `--sandbox` (`npm run sandbox`) starts the SEQR sandbox alone, for shops in any language.
import './environment.mjs';
import { networkInterfaces } from 'node:os';
import { hasSandbox } from '../lib/has-sandbox.js';
import { TEST_RESELLER, TEST_TERMINAL } from '../lib/published-identity.js';
import { isBuilt } from './build-stamp.mjs';
import { ensureInstalled } from './installed.mjs';
import { ensureSecrets } from './secrets.mjs';
import { isFree, serve } from './serve.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases, seedShop } from './steps.mjs';

const dev = process.argv.includes('--dev');
const sandboxAlone = process.argv.includes('--sandbox');
const command = sandboxAlone ? 'sandbox' : dev ? 'dev' : 'demo';
const port = Number(process.env.PORT || (sandboxAlone ? 7070 : 3000));

if (!(await isFree(port))) {
  console.error(`Port ${port} is in use. Choose another: ${choosePort(port + 1)}`);
  process.exit(1);
}
if (sandboxAlone) Object.assign(process.env, { SHOP: 'off', SEQR_SANDBOX: 'on' });

console.log('');
try {
  await ensureInstalled();
  await generateClients();
  await migrateDatabases();
  // Only a build needs the catalogue, and brings the payment view: a sandbox that has its build starts without both.
  if (!sandboxAlone || !isBuilt()) {
    await seedShop();
    await buildPaymentView();
  }
  if (!dev) await buildShop({ unlessBuilt: true });
} catch {
  process.exit(1);
}

const ownPassword = Boolean(process.env.ADMIN_PASSWORD);
const newPassword = sandboxAlone ? undefined : ensureSecrets();
const soapPath = '/soap/merchant/cashregister-2?wsdl';
const answer = await serve(dev ? 'dev' : 'start', { port, readyPath: sandboxAlone ? soapPath : '/api/health' });
if (answer?.status !== 200) {
  console.error(`\n  The server does not say that it is well: ${answer ? answer.text.slice(0, 500) : 'no answer'}`);
}
printAddresses();

function printAddresses() {
  const local = `http://localhost:${port}`;
  const nearby = lanAddress();
  const phone = nearby ? `http://${nearby}:${port}` : undefined;
  const lines = sandboxAlone
    ? [
        ['SEQR sandbox', `${local}/sandbox`],
        ['WSDL', `${local}${soapPath}`],
        ['Older WSDL', `${local}/extclientproxy/service/v2?wsdl`],
        ['Terminal', `${TEST_TERMINAL.id} / ${TEST_TERMINAL.password}`],
        ['Reseller', `${TEST_RESELLER.id}, user ${TEST_RESELLER.userId} / ${TEST_RESELLER.password}`],
        ['Payment view', `${local}/payment-view`],
        ["Payer's app", `${phone ?? local}/sandbox/app  (PIN 1234)`],
      ]
    : [
        ['Shop', process.env.PUBLIC_URL || local],
        ...(phone ? [['On your phone', phone]] : []),
        ...(hasSandbox(process.env)
          ? [
              ["Payer's app", `${phone ?? local}/sandbox/app  (PIN 1234)`],
              ['Sandbox console', `${local}/sandbox`],
            ]
          : [['SEQR', process.env.SEQR_WSDL_URL ?? 'none: neither SEQR_WSDL_URL nor the sandbox is set']]),
        ['Payment view', `${local}/payment-view`],
        ['Back office', `${local}/admin  (${whereThePasswordIs()})`],
      ];
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  console.log(`\n${lines.map(([name, value]) => `  ${name.padEnd(width)}${value}`).join('\n')}\n`);
  console.log('  Ctrl+C stops it.\n');
}

function whereThePasswordIs() {
  if (newPassword) return `password ${newPassword}, kept in .data/admin-password`;
  return ownPassword ? 'password as in ADMIN_PASSWORD' : 'password in .data/admin-password';
}

function choosePort(free) {
  if (process.platform === 'win32') return `set PORT=${free} and run npm run ${command} again`;
  return `PORT=${free} npm run ${command}`;
}

function lanAddress() {
  return Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
}
