import { writeFile } from 'node:fs/promises';
import { type Locator, test } from 'playwright/test';

/**
 * Writes a file of the test and chooses it on the page. Chromium reads it from the disk; to send it the content, Playwright
 * needs a second per megabyte.
 */
export async function chooseFile(input: Locator, name: string, content: string | Uint8Array): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, content);
  await input.setInputFiles(path);
}
