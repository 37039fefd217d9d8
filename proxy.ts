import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/http/content-security-policy.js';

/**
 * A content security policy with a nonce for the pages that are rendered per request: search, cart, checkout, orders, the back
 * office, the payer app. Next puts the nonce on its own scripts when it finds it in the request. Prerendered pages
 * cannot carry one; theirs is in next.config.js.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(`'nonce-${nonce}' 'strict-dynamic'`);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = {
  matcher: [
    '/:lang([a-z]{2})?/:page(search|cart|checkout|orders)/:rest*',
    '/admin',
    '/admin/:rest((?!pictures/|products/import/check).*)', // Uploads are not read twice: app/admin/upload.ts.
    '/sandbox',
    '/sandbox/:rest((?!api/).*)',
    '/:code([rR]\\d{6,20})', // next.config.js's rewrites take either case, these patterns do not.
  ],
};
