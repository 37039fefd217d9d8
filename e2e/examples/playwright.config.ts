// The configuration for a copy of this folder. Inside the project, the one in the root folder runs these tests.
import { defineConfig } from '@playwright/test';

const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH;

export default defineConfig({
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-SE',
    // Uses an installed browser, such as Debian's /usr/bin/chromium. Without one, run: npx playwright install chromium.
    launchOptions: executablePath ? { executablePath } : {},
  },
});
