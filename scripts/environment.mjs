// Next reads `.env.local` and `.env` by itself; what runs outside Next (migrating, seeding) imports this file first and
// sees the same. A variable that is already set wins, as it does in Next.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const name of ['.env.local', '.env']) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  if (existsSync(path)) process.loadEnvFile(path);
}
