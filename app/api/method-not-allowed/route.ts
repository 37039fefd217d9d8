/** The answer to TRACE: see lib/guard-request.ts. */
export function GET(): Response {
  return new Response('This method is not supported.\n', {
    status: 405,
    headers: { Allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS', 'Cache-Control': 'no-store' },
  });
}
