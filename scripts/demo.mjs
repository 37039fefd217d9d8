// `npm run demo`: from a fresh clone to a running shop. `--dev` (`npm run dev`) reloads on every change;
// `--sandbox` (`npm run sandbox`) starts the SEQR sandbox alone, for shops in any language.
import './shared/environment.mjs';
import { hasSandbox } from '../lib/has-sandbox.js';
import { lanAddress } from '../lib/lan-address.js';
import { TEST_RESELLER, TEST_TERMINAL } from '../lib/published-identity.js';
import { visibleText } from '../lib/visible-text.js';
import { isBuilt } from './shared/build-stamp.mjs';
import { ensureInstalled } from './shared/installed.mjs';
import { ensureSecrets } from './shared/secrets.mjs';
import { isFree, serve } from './shared/serve.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases, seedShop } from './shared/steps.mjs';

const dev = process.argv.includes('--dev');
const sandboxAlone = process.argv.includes('--sandbox');
const command = sandboxAlone ? 'sandbox' : dev ? 'dev' : 'demo';
const port = Number(process.env.PORT || (sandboxAlone ? 7070 : 3000));

if (!(await isFree(port))) {
  console.error(`Port ${port} is in use. Choose another: ${choosePort(port + 1)}`);
  process.exit(1);
}
if (sandboxAlone) Object.assign(process.env, { SHOP: 'off', SEQR_SANDBOX: 'on' });
// Developers want to see how it works. With another SEQR service this has no effect.
else process.env.BEHIND_THE_SCENES ||= 'on';

console.log('');
try {
  await ensureInstalled();
  await generateClients();
  await migrateDatabases();
  if (!sandboxAlone) await seedShop();
  // An existing build already contains the payment view.
  if (!sandboxAlone || !isBuilt()) await buildPaymentView();
  if (!dev) await buildShop({ unlessBuilt: true });
} catch {
  process.exit(1);
}

const ownPassword = Boolean(process.env.ADMIN_PASSWORD);
const newPassword = sandboxAlone ? undefined : ensureSecrets();
const soapPath = '/soap/merchant/cashregister-2?wsdl';
const answer = await serve(dev ? 'dev' : 'start', { port, readyPath: sandboxAlone ? soapPath : '/api/health' });
if (answer?.status !== 200) {
  console.error(
    `\n  The server’s health check failed: ${answer ? visibleText(answer.text.slice(0, 500)) : 'no answer'}`,
  );
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
        ['Payer app', `${phone ?? local}/sandbox/app  (PIN 1234)`],
      ]
    : [
        ['Shop', process.env.PUBLIC_URL || local],
        ...(phone ? [['On your phone', phone]] : []),
        ...(hasSandbox(process.env)
          ? [
              ['Payer app', `${phone ?? local}/sandbox/app  (PIN 1234)`],
              ['Sandbox console', `${local}/sandbox`],
            ]
          : [['SEQR', process.env.SEQR_WSDL_URL ?? 'none: neither SEQR_WSDL_URL nor the sandbox is set']]),
        ['Payment view', `${local}/payment-view`],
        ['Back office', `${local}/admin  (${whereThePasswordIs()})`],
      ];
  const width = Math.max(...lines.map(([name = '']) => name.length)) + 2;
  console.log(`\n${lines.map(([name = '', value]) => `  ${name.padEnd(width)}${value}`).join('\n')}\n`);
  console.log('  Ctrl+C stops it.\n');
}

function whereThePasswordIs() {
  if (newPassword) return `password ${newPassword}, kept in .data/admin-password`;
  return ownPassword ? 'password as in ADMIN_PASSWORD' : 'password in .data/admin-password';
}

/** @param {number} free */
function choosePort(free) {
  if (process.platform === 'win32') return `set PORT=${free} and run npm run ${command} again`;
  return `PORT=${free} npm run ${command}`;
}
