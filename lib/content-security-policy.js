/**
 * What a page of this server may load and do. `script` says which scripts run besides files of our own; plain JavaScript,
 * for next.config.js uses it too. In development React wants eval and a socket to reload. No scheme with a colon stands in
 * it in production: Next would compile the header's value as a path for each request, a quarter of a page's time.
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
