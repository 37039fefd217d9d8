/** Runs once when the server starts, before the first request; not during the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { config } = await import('./lib/config');
  const { log } = await import('./lib/log');
  try {
    const { shopEnabled, sandbox, databaseUrl } = config();
    const { describeMismatch } = await import('./lib/sqlite/migrate');
    const mismatch =
      (shopEnabled ? describeMismatch(databaseUrl, 'prisma/shop/migrations') : null) ??
      (sandbox.enabled ? describeMismatch(sandbox.databaseUrl, 'prisma/sandbox/migrations') : null);
    if (mismatch) throw new Error(mismatch);
    if (shopEnabled) await startShop();
    log.info({ shop: shopEnabled, sandbox: sandbox.enabled }, 'server: started');
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function startShop(): Promise<void> {
  const { startWatcher } = await import('./lib/payments/watcher');
  const { closePaymentStreams } = await import('./lib/payments/payment-events');
  const watcher = startWatcher();
  process.once('SIGTERM', () => {
    closePaymentStreams();
    void watcher.stop();
  });
}
