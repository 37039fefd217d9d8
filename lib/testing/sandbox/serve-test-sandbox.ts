// For tests only: serves a sandbox over real HTTP on a free port, for third-party clients.
import { createServer } from 'node:http';
import { sendResponse, toRequest } from '../../http/node-http';
import { portOf } from '../../port-of';
import type { RunningSandbox } from '../../sandbox/boot/create-sandbox';
import { advance } from '../../sandbox/control/clock';
import { ControlError } from '../../sandbox/control/control';
import { addFault, listFaults, removeFault, removeFaults } from '../../sandbox/control/faults';
import { pay } from '../../sandbox/control/invoices';
import { changeTerminal } from '../../sandbox/control/merchants';
import { handleSoap } from '../../sandbox/soap/handle-soap';
import type { TestSandbox } from './test-sandbox';

/** A SOAP call as sent over HTTP. */
export interface Exchange {
  headers: Record<string, string>;
  request: string;
  response: string;
}

/** Serves the control API for paying, terminals, clock and faults, and SOAP on every other path. */
export async function serveTestSandbox(
  test: TestSandbox,
  record?: (exchange: Exchange) => void,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      await sendResponse(await answer(test, toRequest(incoming), record), outgoing);
    } catch {
      outgoing.destroy();
    }
  });
  // A test that is busy for a few seconds may still use its open connection.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${portOf(server)}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  { sandbox }: TestSandbox,
  request: Request,
  record?: (exchange: Exchange) => void,
): Promise<Response> {
  const handle = route(sandbox, request);
  if (!handle) {
    const [sent, headers] = [request.clone(), Object.fromEntries(request.headers)];
    const response = await handleSoap(request, sandbox);
    record?.({ headers, request: await sent.text(), response: await response.clone().text() });
    return response;
  }
  try {
    return Response.json(await handle());
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}

function route(sandbox: RunningSandbox, request: Request): (() => Promise<unknown>) | undefined {
  const { pathname } = new URL(request.url);
  const [, reference] = /^\/sandbox\/api\/invoices\/(\w+)\/pay$/.exec(pathname) ?? [];
  if (reference !== undefined) return () => pay(sandbox, request, { reference });
  const [, id] = /^\/sandbox\/api\/faults\/(\d+)$/.exec(pathname) ?? [];
  if (id !== undefined) return () => removeFault(sandbox, request, { id });
  const [, terminal] = /^\/sandbox\/api\/terminals\/([^/]+)$/.exec(pathname) ?? [];
  if (terminal !== undefined) return () => changeTerminal(sandbox, request, { id: terminal });
  switch (`${request.method} ${pathname}`) {
    case 'POST /sandbox/api/clock':
      return () => advance(sandbox, request);
    case 'GET /sandbox/api/faults':
      return () => listFaults(sandbox);
    case 'POST /sandbox/api/faults':
      return () => addFault(sandbox, request);
    case 'DELETE /sandbox/api/faults':
      return () => removeFaults(sandbox, request);
    default:
      return undefined;
  }
}
