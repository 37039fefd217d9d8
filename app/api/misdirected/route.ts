/** The answer to a request for a host that is not this server's: see lib/guard-host.ts. */
function answer(): Response {
  const message =
    'The host of this request is not an address of this server. If it is yours, set PUBLIC_URL to it, such as ' +
    'PUBLIC_URL=https://shop.example.com, or add the host to ALLOWED_HOSTS, and start the server again.\n';
  return new Response(message, {
    status: 421,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
