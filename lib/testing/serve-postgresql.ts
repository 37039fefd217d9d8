// Starts a PostgreSQL server for a test run and prints the address. Stops the server and exits when standard input
// ends, for example because the parent process is gone.
import { startPostgresql } from './postgresql-server';

const server = await startPostgresql();
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', async () => {
  await server.stop();
  process.exit(0);
});
