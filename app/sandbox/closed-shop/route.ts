import { plainText } from '@/lib/http/plain-text';

/** The answer to every shop page if SHOP=off; see lib/http/close-shop.ts. */
function answer(request: Request): Response {
  if (new URL(request.url).searchParams.has('front')) {
    return new Response(null, { status: 307, headers: { Location: '/sandbox' } });
  }
  return plainText('Not found: this server is the SEQR sandbox alone. Its console is at /sandbox.', 404);
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
