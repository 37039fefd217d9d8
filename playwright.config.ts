import { existsSync } from 'node:fs';
import { defineConfig, devices, type ReporterDescription } from 'playwright/test';
import { findBrowser, howToGetOne } from './scripts/shared/find-browser.mjs';
import { testPort } from './scripts/shared/test-environment.mjs';

// Tests sell the demonstration's goods as its merchant, whatever lib/merchant.ts says.
process.env.MERCHANT = 'demo';

/** The origin of a running shop to test (docs/testing.md); otherwise a server is started. */
const running = process.env.BASE_URL && new URL(process.env.BASE_URL).origin;
const executablePath = await findBrowser();
if (!executablePath || !existsSync(executablePath)) throw new Error(howToGetOne);

// These flags keep the browser from contacting any server but the shop's.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// A page of a test lives for seconds, so V8's optimizing compilers take more processor time than they save. This, and running
// the GPU code in the browser's process, saves a fifth of the processor time.
const light = ['--js-flags=--no-opt,--no-maglev', ...(process.platform === 'linux' ? ['--in-process-gpu'] : [])];
// Chromium refuses to run its sandbox as root.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } };
// Chromium with an iPhone's screen, touch and user agent, because WebKit is not installed everywhere.
const iPhone = { ...devices['iPhone 15'], defaultBrowserType: 'chromium' as const };
/** Flows that say which language they need, and fit on any screen. */
const anywhere = /flows\/(when-seqr-fails|cancel-and-pay-again|payment-api|checkout-api|api-description)\.spec\.ts$/;

/** A shop closes one day and runs one certification at a time, and there is one folder for another build. */
const oneAtATime = /flows\/(admin-periods|certification|another-build)\.spec\.ts$/;
/**
 * Files with one server per worker. Playwright would start them last, as it sorts tests by the fixtures of their worker, and
 * the other workers would wait for them.
 */
const ownServer = /flows\/(database-down|demo|two-processes|what-if)\.spec\.ts$/;

const fileReports: ReporterDescription[] = [
  ['html', { open: 'never' }],
  ['junit', { outputFile: 'test-results/junit.xml' }],
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One picture serves all systems, because the compared content looks the same on each.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  fullyParallel: true,
  // Some tests wait for other processes, so a third worker uses processor time that two leave idle.
  workers: 3,
  forbidOnly: true,
  // A busy machine can leave the server without processor time for ten seconds. An action that hangs fails earlier, with
  // its name.
  timeout: 180_000,
  expect: { timeout: 20_000, toPass: { timeout: 60_000 } },
  reporter: [['list'], ['./e2e/environment/skip-reasons.ts'], ...(process.env.REPORTS === 'all' ? fileReports : [])],
  use: {
    // Shorter than a test's limit, so that the failure names the action that never succeeded.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    baseURL: running || `http://127.0.0.1:${testPort}`,
    launchOptions: { executablePath, args: [...sandbox, ...quiet, ...light] },
    // Screenshots would cost a quarter of the whole run, and the trace has the pages' content without them.
    trace: { mode: 'retain-on-failure', screenshots: false },
    locale: 'en-SE',
    timezoneId: 'Europe/Stockholm',
  },
  projects: [
    { name: 'one at a time', testMatch: oneAtATime, workers: 1, use: desktop },
    { name: 'own server', testMatch: ownServer, use: desktop },
    { name: 'desktop', testIgnore: [oneAtATime, ownServer], use: desktop },
    ...(process.env.PROJECTS === 'all'
      ? [
          { name: 'phone', testMatch: anywhere, use: { ...devices['Pixel 7'] } },
          { name: 'iphone', testMatch: anywhere, use: iPhone },
          { name: 'swedish', testMatch: anywhere, use: { ...desktop, locale: 'sv-SE' } },
        ]
      : []),
  ],
  ...(!running && {
    webServer: {
      command: `node e2e/environment/server.mjs ${testPort}`,
      url: `http://127.0.0.1:${testPort}/api/health`,
      timeout: 90_000,
      reuseExistingServer: false,
      // V8 writes what it counted when the server ends.
      gracefulShutdown: { signal: 'SIGTERM', timeout: process.env.E2E_COVERAGE ? 60_000 : 8_000 },
      stdout: 'ignore',
      stderr: 'pipe',
    },
  }),
});
