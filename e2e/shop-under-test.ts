import { testVariables } from '../scripts/shared/test-environment.mjs';

// The tests use the shop that playwright.config.ts starts, or the running one at BASE_URL: docs/testing.md.

const { BASE_URL, TEST_API_KEY = '', ADMIN_PASSWORD = '', SEQR_SANDBOX_KEY = '', PRODUCT } = process.env;
const own = testVariables('', 0);

export const isRunningShop = Boolean(BASE_URL);
export const testApiKey = isRunningShop ? TEST_API_KEY : own.TEST_API_KEY;
export const adminPassword = isRunningShop ? ADMIN_PASSWORD : own.ADMIN_PASSWORD;
/** The key of a public sandbox. */
export const sandboxKey = isRunningShop ? SEQR_SANDBOX_KEY : '';

/** A product of the catalogue, for tests without the test API. */
export const publicProduct = PRODUCT ?? 'birch-butter-knife';

/** Why some tests are skipped at BASE_URL. */
export const needsOwnServer = 'This test starts servers of its own or reads their files. Run it without BASE_URL.';
export const needsOwnLimits =
  'This test needs the configuration of the server that Playwright starts. Run it without BASE_URL.';
export const needsPrivateSandbox =
  'This test uses the console or the payers of a sandbox that is not public. Start the shop without SEQR_SANDBOX_PUBLIC.';
export const needsBehindTheScenes =
  'This test needs the pages behind the scenes. Start the shop with BEHIND_THE_SCENES=on.';
export const needsTestApi =
  'This test needs the shop’s test API. Set TEST_API_KEY to the key with which the shop was started.';
export const needsAdmin = 'This test needs the back office. Set ADMIN_PASSWORD to the shop’s password.';
