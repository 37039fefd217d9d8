/**
 * The Content-Security-Policy of this server's pages. `script` lists the allowed scripts besides our own files. This is
 * plain JavaScript, because next.config.js uses it too. In development, React needs eval and a socket. In production, the
 * value contains no colon: Next would compile it as a path for each request, which takes a quarter of a page's time.
 *
 * @param {string} script
 */
export function contentSecurityPolicy(script) {
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' ${script}${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
