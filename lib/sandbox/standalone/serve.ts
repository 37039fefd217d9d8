// A sandbox in its own process, without Next: SEQR's SOAP service and the parts of the control API for payers and
// tests. Prints its port, and ends with the process that started it.
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { config } from '../../config';
import { sendResponse, toRequest } from '../../http/node-http';
import { portOf } from '../../port-of';
import { migrate } from '../../sqlite/migrate';
import { startSandbox } from '../boot/create-sandbox';
import { findControlRoute } from '../control/routes';
import { serveSoap } from '../soap/endpoint';

process.stdin.resume().once('end', () => process.exit(0));

migrate(config().sandbox.databaseUrl, 'prisma/sandbox/migrations');
await startSandbox();

const server = createServer(async (incoming, outgoing) => {
  try {
    await sendResponse(await answer(toRequest(incoming)), outgoing);
  } catch (error) {
    process.stderr.write(`${inspect(error)}\n`);
    outgoing.destroy();
  }
});
// Node's default of 5 s would close a connection that a briefly busy client is about to use.
server.keepAliveTimeout = 65_000;
// Not console.log, which colours numbers if FORCE_COLOR is set.
server.listen(0, '127.0.0.1', () => process.stdout.write(`${portOf(server)}\n`));

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/soap/merchant/cashregister-2') return serveSoap(request);
  const serve = findControlRoute(request.method, pathname);
  if (serve) return serve(request);
  return new Response('Not found\n', { status: 404 });
}
