import { config } from '../config';

/** Where the sandbox's side doors are, beyond what SEQR answers; null where the shop's SEQR is another service. */
export function sandboxOrigin(): string | null {
  const { seqr, sandbox } = config();
  // A shop without a sandbox of its own that has a sandbox's key uses that one.
  const hasKeyOfOther = !sandbox.enabled && sandbox.key !== undefined;
  return !seqr.elsewhere || hasKeyOfOther ? new URL(seqr.endpoint).origin : null;
}

/** Asks the control API of the sandbox, docs/sandbox.md; null where there is none. */
export async function callSandbox(path: string, timeoutMs: number, body?: unknown): Promise<Response | null> {
  const origin = sandboxOrigin();
  if (origin === null) return null;
  const { key } = config().sandbox;
  return fetch(`${origin}/sandbox/api/${path}`, {
    headers: { 'Content-Type': 'application/json', ...(key && { 'X-Sandbox-Key': key }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
