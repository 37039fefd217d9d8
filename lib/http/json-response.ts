/** Below this size, compression takes more time than it saves. */
const COMPRESSED_FROM_BYTES = 1_024;

/**
 * `Response.json` for an answer that may be small, which then is not compressed. Next drops a Content-Length, so without
 * `no-transform` the server compresses even a few bytes (lib/http/compress-responses.ts).
 */
export function jsonResponse(body: unknown, init: ResponseInit = {}): Response {
  const text = JSON.stringify(body);
  const headers = new Headers(init.headers);
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  if (Buffer.byteLength(text) < COMPRESSED_FROM_BYTES) headers.append('Cache-Control', 'no-transform');
  return new Response(text, { ...init, headers });
}
