import './scripts/next-environment.mjs';
import { contentSecurityPolicy } from './lib/content-security-policy.js';
import { hasSandbox } from './lib/has-sandbox.js';
import { shopPages } from './lib/shop-pages.js';

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  generateEtags: false, // docs/decisions/no-etags-on-pages.md
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    'soap',
    'pino',
    'pdfkit',
    'fontkit',
    'subset-font',
    'nodemailer',
  ],
  env: { BUILT_WITH_SANDBOX: String(hasSandbox(process.env)) },
  experimental: { globalNotFound: true },
  redirects: async () => [
    { source: '/en', destination: '/', permanent: true },
    { source: `/en/:page(${shopPages.join('|')})/:rest*`, destination: '/:page/:rest*', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [{ source: '/:code(r\\d{6,20})', destination: '/sandbox/app/:code' }],
    // After the files, so that /products/<slug>.svg stays a picture.
    afterFiles: [
      // The folder in which SEQR's plug-ins look for the payment view, and the name that its second version had there.
      { source: '/webshop-plugin/js/seqrShop2.js', destination: '/seqr-webshop-plugin/js/seqrShop.js' },
      { source: '/webshop-plugin/:path*', destination: '/seqr-webshop-plugin/:path*' },
      { source: '/', destination: '/en' },
      { source: `/:page(${shopPages.join('|')})/:rest*`, destination: '/en/:page/:rest*' },
    ],
    // What nothing answers is a 404 in its language.
    fallback: [
      { source: '/:lang(en|sv)/:path*', destination: '/:lang/not-found' },
      // A SEQR terminal's static code, as in HTTP://<host>/Q<seqrId>, also without the Q.
      { source: '/:code([A-Za-z0-9_]{1,41})', destination: '/sandbox/app/till/:code' },
    ],
  }),
  headers: async () => [
    {
      source: '/:path*',
      headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
    },
    {
      // What concerns documents would only make each script heavier.
      source: '/:path((?!_next/static/|(?:seqr-)?webshop-plugin/).*)',
      headers: [
        { key: 'Referrer-Policy', value: 'same-origin' },
        // Prerendered pages carry inline scripts of Next's; those rendered per request get a nonce from proxy.ts.
        { key: 'Content-Security-Policy', value: contentSecurityPolicy("'unsafe-inline'") },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=()' },
      ],
    },
    {
      // The payment view is for any shop's page: its texts are fetched from other origins.
      source: '/:folder(webshop-plugin|seqr-webshop-plugin)/:path*',
      headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
    },
  ],
};
