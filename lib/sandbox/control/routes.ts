import type { IncomingMessage } from 'node:http';
import { answerWith } from '../../http/serve-first';
import { advance } from './clock';
import { controlRoute } from './control';
import { addFault, removeFaults } from './faults';
import { cancel, pay, read, scan } from './invoices';
import { listResellersAndTerminals } from './merchants';
import { listMessages } from './messages';
import { changePayer } from './payers';

type Serve = (request: Request) => Promise<Response>;
type Answer = (request: Request, params: Record<string, string>) => Promise<Response>;

/** Method, path with named groups, and handler: the parts of the control API for payers and tests. */
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

const PREFIX = '/sandbox/api/';

/** Returns the handler of a call of the control API, without Next. `path` is without the query. */
export function findControlRoute(method: string | undefined, path: string): Serve | null {
  if (!path.startsWith(PREFIX)) return null;
  for (const [wanted, pattern, answer] of routes) {
    const match = method === wanted ? pattern.exec(path.slice(PREFIX.length)) : null;
    if (match) return (request) => answer(request, { ...match.groups });
  }
  return null;
}

/** For `serveFirst`. */
export function findControlAnswer({ method }: Pick<IncomingMessage, 'method'>, path: string) {
  const serve = findControlRoute(method, path);
  return serve && answerWith(serve);
}

function routeOf(handle: Parameters<typeof controlRoute<never>>[0]): Answer {
  const route = controlRoute(handle);
  // Each route's pattern has the groups that its handler reads.
  return (request, params) => route(request, { params: Promise.resolve(params as never) });
}
