// What runs outside Next (migrating, seeding) imports this file first, and has the variables of .env then.
import { fileURLToPath } from 'node:url';
import { loadEnvFiles } from '../../lib/env-files.js';

try {
  loadEnvFiles(fileURLToPath(new URL('../..', import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
