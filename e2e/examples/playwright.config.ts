// For a copy of this folder. Inside the project, the configuration at its root runs these tests.
import { defineConfig } from '@playwright/test';

const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH;

export default defineConfig({
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'en-SE',
    // A browser that is installed already, such as Debian's /usr/bin/chromium. Without it: npx playwright install chromium.
    launchOptions: executablePath ? { executablePath } : {},
  },
});
