import { setTimeout as pause } from 'node:timers/promises';
import { warnOfOtherCurrency } from './lib/catalogue/warn-of-other-currency';
import { noteClientAddresses } from './lib/client-address';
import { closeShop } from './lib/close-shop';
import { config } from './lib/config';
import { describeOtherBuild } from './lib/describe-other-build';
import { guardHost } from './lib/guard-host';
import { log } from './lib/log';
import { startMailer } from './lib/payments/mailer';
import { startWatcher } from './lib/payments/watcher';
import { startPeriodWorker } from './lib/reconciliation/period-worker';
import { startSandbox } from './lib/sandbox/start';
import { describeMismatch } from './lib/sqlite/migrate';

/**
 * Who was killed and is back finds everybody at the door at once. SEQR's 20 seconds are nearly over for some payments by
 * then, so the open ones have the processor to themselves for a moment, before the first request is served.
 */
const CATCH_UP_MS = 3_000;

/** Starts what runs beside the requests. A database or a build that does not fit stops the server with the command to run. */
export async function startServer(): Promise<void> {
  try {
    const { shopEnabled, sandbox, databaseUrl } = config();
    const mismatch =
      (shopEnabled ? describeMismatch(databaseUrl, 'prisma/shop/migrations') : null) ??
      (sandbox.enabled ? describeMismatch(sandbox.databaseUrl, 'prisma/sandbox/migrations') : null) ??
      (shopEnabled ? describeOtherBuild(process.env.BUILT_WITH_SANDBOX === 'true', config()) : null);
    if (mismatch) throw new Error(mismatch);
    noteClientAddresses();
    if (sandbox.enabled) {
      const stopSandbox = await startSandbox();
      process.once('SIGTERM', () => void stopSandbox());
    }
    if (shopEnabled) {
      await warnOfOtherCurrency();
      const watcher = startWatcher();
      const loops = [watcher, startMailer(), startPeriodWorker()];
      process.once('SIGTERM', () => {
        for (const loop of loops) void loop.stop();
      });
      // The sandbox within this server answers only once the server serves.
      if (!sandbox.enabled) await Promise.race([watcher.caughtUp, pause(CATCH_UP_MS)]);
    } else {
      closeShop();
    }
    guardHost();
    log.info({ shop: shopEnabled, sandbox: sandbox.enabled }, 'server: started');
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
