import { setTimeout as pause } from 'node:timers/promises';
import compression from 'next/dist/compiled/compression';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { releaseCompressionStream } from 'next/dist/server/lib/release-compression-stream';
import { POST as postCheckout } from './app/api/checkout/route';
import { findPaymentEvents } from './app/api/payment-events';
import { POST as postNotification } from './app/api/seqr/notifications/route';
import { expirePages, keepExpiredPages } from './app/expire-pages';
import { startDemo } from './lib/background/demo';
import { startOutbox } from './lib/background/effects';
import { returnEffects } from './lib/background/outbox-lease';
import { startWatcher } from './lib/background/payment-watcher';
import { startPeriodWorker } from './lib/background/period-worker';
import { startProductSearch } from './lib/background/product-search';
import { startSearchTexts } from './lib/background/search-texts';
import { renderFirstPages } from './lib/catalogue/render-first-pages';
import { warnOfOtherCurrency } from './lib/catalogue/warn-of-other-currency';
import { startChanges } from './lib/changes/start-changes';
import { config } from './lib/config';
import { db, isPostgresqlUrl } from './lib/db/client';
import { describeShopMismatch } from './lib/db/migrate';
import { guardHost } from './lib/guard-host';
import { guardRequest } from './lib/guard-request';
import { watchWrites } from './lib/health/check-health';
import { notePageResponses } from './lib/http/answer-unavailable';
import { noteClientAddresses } from './lib/http/client-address';
import { closeServers, noteServers } from './lib/http/close-servers';
import { closeShop } from './lib/http/close-shop';
import { closeWorker } from './lib/http/close-worker';
import { compressResponses } from './lib/http/compress-responses';
import { addDefaultLanguage } from './lib/http/default-language';
import { endStreams } from './lib/http/event-stream';
import { ignoreUpgrades } from './lib/http/ignore-upgrades';
import { forbidStalePages } from './lib/http/no-stale-pages';
import { cachePages } from './lib/http/page-cache';
import { postTo, serveFirst } from './lib/http/serve-first';
import { log } from './lib/log';
import { listOpenPages } from './lib/orders/order-changes';
import { NOTIFICATIONS_PATH } from './lib/orders/order-urls';
import { returnPeriods } from './lib/reconciliation/advance-period';
import { requireHttps } from './lib/require-https';
import { getSandbox, startSandbox } from './lib/sandbox/boot/create-sandbox';
import { forgetInvoices, forgetPayers } from './lib/sandbox/boot/forget';
import { findControlAnswer } from './lib/sandbox/control/routes';
import { serveSoapFirst } from './lib/sandbox/soap/endpoint';
import { warnOfMissingTrigrams } from './lib/search/warn-of-missing-trigrams';
import { enterPhase } from './lib/server-phase';
import { describeMissingSecret } from './lib/server-secret';
import { startSignals } from './lib/signals/share-signals';
import { describeMismatch } from './lib/sqlite/migrate';
import { stopOnSignal } from './lib/stop-on-signal';
import { hideTestApi } from './lib/test-api/hide-test-api';

const isProduction = process.env.NODE_ENV === 'production';

/**
 * After a crash, requests arrive all at once, and SEQR's 20 seconds are nearly over for some payments. So open payments
 * are polled for up to this long before the first request is served.
 */
const CATCH_UP_MS = 3_000;

const nothing = async () => {};
/** Replaces the background work in a process that has none. */
const idle = { finishWork: nothing, stop: nothing, returnWork: nothing };

/** Starts the sandbox and the shop in this process. If a secret or a migration is missing, logs what to do and exits. */
export async function startServer(): Promise<void> {
  try {
    const { shopEnabled, role, sandbox, databaseUrl, drainMs } = config();
    const mismatch =
      (shopEnabled ? describeMissingSecret(config()) : null) ??
      (shopEnabled ? await describeShopMismatch(databaseUrl) : null) ??
      (sandbox.enabled ? describeMismatch(sandbox.databaseUrl, 'prisma/sandbox/migrations') : null);
    if (mismatch) throw new Error(mismatch);
    // In development, Next's pages reload over a web socket.
    if (isProduction) ignoreUpgrades();
    noteServers();
    noteClientAddresses();
    // Before `closeShop`, which then reads normalized paths.
    guardRequest(parseAndValidateFlightRouterState);
    const closeSandbox = sandbox.enabled ? await openSandbox() : nothing;
    const shop = shopEnabled ? await openShop(sandbox.enabled) : closedShop();
    guardHost();
    requireHttps();
    forbidStalePages();
    compressResponses({ compress: compression(), release: releaseCompressionStream });
    stopOnSignal(
      {
        finishWork: shop.finishWork,
        endStreams: async () => {
          endStreams();
          await shop.stop();
        },
        closeServers,
        returnWork: shop.returnWork,
        close: async () => {
          await Promise.all([shop.close(), closeSandbox()]);
        },
      },
      drainMs,
    );
    // Last: Next holds its requests until this function ends, but these would be answered without the checks above.
    if (sandbox.enabled) serveSandboxFirst();
    if (shopEnabled && role !== 'worker') serveShopFirst();
    log.info({ shop: shopEnabled, role, sandbox: sandbox.enabled }, 'server: started');
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function serveSandboxFirst(): void {
  serveSoapFirst();
  // In development, Next answers, because it reloads changed routes.
  if (isProduction) serveFirst(findControlAnswer);
}

function serveShopFirst(): void {
  if (!isProduction) return;
  serveFirst(findPaymentEvents);
  serveFirst(postTo([NOTIFICATIONS_PATH], postNotification));
  serveFirst(postTo(['/api/checkout'], postCheckout, 'application/json'));
}

async function openSandbox(): Promise<() => Promise<void>> {
  const close = await startSandbox();
  watchWrites('sandbox', (await getSandbox()).db);
  return close;
}

async function openShop(hasSandbox: boolean) {
  const { role, localUrl, databaseUrl, testApiKey } = config();
  if (testApiKey === undefined) hideTestApi();
  else log.warn('server: the test API is on (TEST_API_KEY); anyone with its key can change stock and read orders');
  notePageResponses();
  watchWrites('database', db());
  if (role === 'worker') closeWorker();
  else addDefaultLanguage();
  const pages = role === 'worker' ? null : await startPages();
  const exchange = await startSignals(listOpenPages);
  const background = role === 'web' ? idle : await startBackground(hasSandbox);
  if (role !== 'all' && !isPostgresqlUrl(databaseUrl)) {
    log.info('server: with SQLite, all processes of the shop must run on this machine and use the same file');
  }
  if (role !== 'worker' && isProduction) {
    enterPhase('starting');
    // This is not awaited, because the server answers requests only after `startServer` has returned.
    void renderFirstPages(localUrl).finally(() => enterPhase('serving'));
  }
  return {
    ...background,
    close: async () => {
      await Promise.all([exchange.stop(), pages?.stop()]);
      await db().close();
    },
  };
}

/** Makes the pages show what other processes change. */
async function startPages() {
  cachePages(tagsManifest);
  const changes = startChanges(expirePages, keepExpiredPages);
  await Promise.all([warnOfOtherCurrency(), warnOfMissingTrigrams(), changes.ready]);
  return changes;
}

async function startBackground(hasSandbox: boolean) {
  const [watcher, outbox, periods] = [startWatcher(), startOutbox(), startPeriodWorker()];
  const [searchTexts, productSearch] = [startSearchTexts(), startProductSearch()];
  const demo = config().isDemo ? await openDemo() : { stop: nothing };
  // A sandbox within this server cannot answer yet, so waiting for it would only delay the start.
  if (!hasSandbox) await Promise.race([watcher.caughtUp, pause(CATCH_UP_MS)]);
  return {
    finishWork: async () => {
      const others = [searchTexts.stop(), productSearch.stop(), demo.stop()];
      await Promise.all([watcher.stopOtherParts(), outbox.stop(), periods.stop(), ...others]);
    },
    stop: () => watcher.stop(),
    returnWork: async () => {
      await Promise.all([returnEffects(), returnPeriods()]);
    },
  };
}

/** DEMO=on requires the sandbox in this process. */
async function openDemo() {
  const sandbox = await getSandbox();
  const seqr = {
    forgetInvoices: (references: readonly string[]) => forgetInvoices(sandbox, references),
    forgetPayers: (before: Date) => forgetPayers(sandbox, before),
  };
  return startDemo(seqr, expirePages);
}

function closedShop() {
  closeShop();
  return { ...idle, close: nothing };
}
