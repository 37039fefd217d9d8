import { config } from './config';

/** The origin of the sandbox's control API, or null if the shop uses another SEQR service. */
function sandboxOrigin(): string | null {
  const { seqr, sandbox } = config();
  // A sandbox key without a local sandbox means that SEQR_WSDL_URL points to an external sandbox.
  const isExternalSandbox = !sandbox.enabled && sandbox.key !== undefined;
  return !seqr.elsewhere || isExternalSandbox ? new URL(seqr.endpoint).origin : null;
}

/** Calls the sandbox's control API (docs/sandbox.md): POST with a body, otherwise `method`. Null if there is no sandbox. */
export async function callSandbox(
  path: string,
  timeoutMs: number,
  body?: unknown,
  method: 'GET' | 'DELETE' = 'GET',
): Promise<Response | null> {
  const origin = sandboxOrigin();
  if (origin === null) return null;
  const { key } = config().sandbox;
  return fetch(`${origin}/sandbox/api/${path}`, {
    method: body === undefined ? method : 'POST',
    headers: { 'Content-Type': 'application/json', ...(key && { 'X-Sandbox-Key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
