import type { IncomingMessage } from 'node:http';
import { answerWith, type Serve } from '../../http/serve-first';
import { advance } from './clock';
import { controlRoute } from './control';
import { addFault, removeFaults } from './faults';
import { cancel, pay, read, scan } from './invoices';
import { listResellersAndTerminals } from './merchants';
import { listMessages } from './messages';
import { changePayer } from './payers';

type Handle = (request: Request, params: Record<string, string>) => Promise<Response>;

/** The calls that are answered without Next, which payers and tests make: method, path with named groups, handler. */
export const controlRoutes: readonly (readonly [method: string, path: RegExp, handle: Handle])[] = [
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

const PREFIX = '/sandbox/api/';

/** The handler of one of these calls. Null for every other request. `path` is without the query. */
export function findControlRoute(method: string | undefined, path: string): Serve | null {
  if (!path.startsWith(PREFIX)) return null;
  const rest = path.slice(PREFIX.length);
  for (const [wanted, pattern, handle] of controlRoutes) {
    const match = method === wanted ? pattern.exec(rest) : null;
    if (match) return (request) => handle(request, { ...match.groups });
  }
  return null;
}

/** For `serveFirst`. */
export function findControlAnswer({ method }: Pick<IncomingMessage, 'method'>, path: string) {
  const serve = findControlRoute(method, path);
  return serve && answerWith(serve);
}

function routeOf(handle: Parameters<typeof controlRoute<never>>[0]): Handle {
  const route = controlRoute(handle);
  // Each route's pattern has the groups that its handler reads.
  return (request, params) => route(request, { params: Promise.resolve(params as never) });
}
