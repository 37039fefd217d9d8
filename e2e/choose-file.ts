import { writeFile } from 'node:fs/promises';
import { type Locator, test } from 'playwright/test';

/**
 * Writes a file to the test's folder and chooses it on the page. Chromium then reads it from the disk. Without a file on the
 * disk, Playwright would send the content to Chromium, which takes a second per megabyte.
 */
export async function chooseFile(input: Locator, name: string, content: string | Uint8Array): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, content);
  await input.setInputFiles(path);
}
