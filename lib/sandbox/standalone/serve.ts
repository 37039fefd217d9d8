// A sandbox in its own process, without Next: SEQR's SOAP service and the parts of the control API for payers and
// tests. Prints its port, and ends with the process that started it.
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { config } from '../../config';
import { sendResponse, toRequest } from '../../http/node-http';
import { portOf } from '../../port-of';
import { migrate } from '../../sqlite/migrate';
import { startSandbox } from '../boot/create-sandbox';
import { advance } from '../control/clock';
import { controlRoute } from '../control/control';
import { addFault, removeFaults } from '../control/faults';
import { cancel, pay, read, scan } from '../control/invoices';
import { listResellersAndTerminals } from '../control/merchants';
import { listMessages } from '../control/messages';
import { changePayer } from '../control/payers';
import { serveSoap } from '../soap/endpoint';

type Answer = (request: Request, params: Record<string, string>) => Promise<Response>;

/** Method, path with named groups, and handler. */
const routes: readonly (readonly [method: string, path: RegExp, answer: Answer])[] = [
  ['GET', /^invoices\/(?<reference>\w+)$/, routeOf(read)],
  ['POST', /^invoices\/(?<reference>\w+)\/pay$/, routeOf(pay)],
  ['POST', /^invoices\/(?<reference>\w+)\/scan$/, routeOf(scan)],
  ['POST', /^invoices\/(?<reference>\w+)\/cancel$/, routeOf(cancel)],
  ['POST', /^payers\/(?<id>[\w-]+)$/, routeOf(changePayer)],
  ['POST', /^clock$/, routeOf(advance)],
  ['POST', /^faults$/, routeOf(addFault)],
  ['DELETE', /^faults$/, routeOf(removeFaults)],
  ['GET', /^messages$/, routeOf(listMessages)],
  ['GET', /^terminals$/, routeOf(listResellersAndTerminals)],
];

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
  const path = pathname.startsWith('/sandbox/api/') ? pathname.slice('/sandbox/api/'.length) : '';
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(path);
    if (match && method === request.method) return handle(request, { ...match.groups });
  }
  return new Response('Not found\n', { status: 404 });
}

function routeOf(handle: Parameters<typeof controlRoute<never>>[0]): Answer {
  const route = controlRoute(handle);
  // Each route's pattern has the groups that its handler reads.
  return (request, params) => route(request, { params: Promise.resolve(params as never) });
}
