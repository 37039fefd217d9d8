// For tests only: a sandbox behind real HTTP on a free port, for clients that nobody here wrote.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendResponse, toRequest } from '../node-http';
import { advance } from './control/clock';
import { ControlError } from './control/control';
import { addFault, listFaults, removeFault, removeFaults } from './control/faults';
import { pay } from './control/invoices';
import { changeTerminal } from './control/merchants';
import type { RunningSandbox } from './sandbox';
import { handleSoap } from './soap/handle-soap';
import type { TestSandbox } from './test-sandbox';

/** A SOAP call as it went over HTTP. */
export interface Exchange {
  headers: Record<string, string>;
  request: string;
  response: string;
}

/** Serves SOAP at any path, and of the control API what a client's test needs: paying, terminals, the clock and faults. */
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
