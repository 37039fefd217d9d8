/** What a server with SHOP=off answers in the place of every page of the shop: see lib/close-shop.ts. */
function answer(request: Request): Response {
  if (new URL(request.url).searchParams.has('front')) {
    return new Response(null, { status: 307, headers: { Location: '/sandbox' } });
  }
  return new Response('Not found: this server is the SEQR sandbox alone. Its console is at /sandbox.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
