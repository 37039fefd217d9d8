// Commands outside Next, such as migrating and seeding, import this file first. It loads the variables of .env.
import { fileURLToPath } from 'node:url';
import { loadEnvFiles } from '../../lib/env-files.js';

try {
  loadEnvFiles(fileURLToPath(new URL('../..', import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
