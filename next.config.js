import './scripts/shared/next-environment.mjs';
import { contentSecurityPolicy } from './lib/http/content-security-policy.js';
import { languages } from './lib/i18n/enabled-languages.js';
import { DEFAULT_LANGUAGE_HEADER, shopPages } from './lib/shop-pages.js';
import { hashSources } from './scripts/shared/hash-sources.mjs';

const readAtRunTime = [
  'prisma/**/migrations/**/*',
  'node_modules/@fontsource/noto-sans*/files/*-{400,700}-normal.woff',
  'node_modules/@fontsource-variable/noto-*/unicode.json',
  'node_modules/@fontsource-variable/noto-*/files/*-wght-normal.woff2',
  'node_modules/{write-excel-file,fflate}/**/*.{js,cjs,mjs,json}',
];

const otherThanLanguages = `(?!(?:${languages.join('|')})$)`;

/** Permanent, for addresses that name the default language. */
const unlessDefault = {
  permanent: true,
  missing: [{ type: /** @type {const} */ ('header'), key: DEFAULT_LANGUAGE_HEADER }],
};

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // All processes of a version have the same build id, even if each machine builds the version itself.
  generateBuildId: () => hashSources(import.meta.dirname).slice(0, 20),
  // Only in `npm test`, which has checked the types of every source before this build.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
  // Only for an image (scripts/package-standalone.ts), because `next start` warns about such a build.
  ...(process.env.BUILD_STANDALONE && { output: 'standalone' }),
  // Files that the server reads by path. Any route can be the key, because the output contains the files of all routes.
  outputFileTracingIncludes: { '/api/health': readAtRunTime },
  // No page uses the image optimizer: closed, its route answers 404.
  images: { unoptimized: true },
  compress: false, // lib/http/compress-responses.ts does it.
  generateEtags: false, // docs/decisions/no-etags-on-pages.md
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  serverExternalPackages: [
    '@node-rs/argon2',
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    'soap',
    'pino',
    'pdfkit',
    'fontkit',
    'subset-font',
    'nodemailer',
    'sharp',
  ],
  experimental: {
    globalNotFound: true,
    // Pages are cached in memory only. A server with another database or SEQR service would show the pages on disk.
    isrFlushToDisk: false,
    // Inlining needs sizes that the build measures. The build renders no pages, and Next then disables prefetching for all of them.
    prefetchInlining: false,
    // Writing the cache takes as long as compiling. No later build reads the cache of an image or of `npm test`.
    turbopackFileSystemCacheForBuild: !process.env.BUILD_STANDALONE && !process.env.BUILD_ONCE,
  },
  redirects: async () => [
    { source: '/en', destination: '/', ...unlessDefault },
    { source: `/en/:page(${shopPages.join('|')})/:rest*`, destination: '/:page/:rest*', ...unlessDefault },
  ],
  rewrites: async () => ({
    beforeFiles: [{ source: '/:code(r\\d{6,20})', destination: '/sandbox/app/:code' }],
    // After the files, so that /products/<slug>.svg stays a picture.
    afterFiles: [
      // The folder in which SEQR's plug-ins look for the payment view, and the name that its second version had there.
      { source: '/webshop-plugin/js/seqrShop2.js', destination: '/seqr-webshop-plugin/js/seqrShop.js' },
      { source: '/webshop-plugin/:path*', destination: '/seqr-webshop-plugin/:path*' },
      // Most of these paths are rewritten before Next sees them: lib/http/default-language.ts.
      { source: '/', destination: '/en' },
      { source: `/:page(${shopPages.join('|')})/:rest*`, destination: '/en/:page/:rest*' },
      // The next two precede the page `[lang]`, which would accept any word as a language.
      // A SEQR terminal's static code, as in HTTP://<host>/Q<seqrId>, also without the Q.
      { source: `/:code(${otherThanLanguages}[A-Za-z0-9_]{1,41})`, destination: '/sandbox/app/till/:code' },
      { source: `/:word(${otherThanLanguages}[^/]+)`, destination: '/en/not-found' },
    ],
    // What nothing answers is a 404 in its language.
    fallback: [
      { source: `/:lang(${languages.join('|')})/:path*`, destination: '/:lang/not-found' },
      { source: '/:path*', destination: '/en/not-found' },
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
      // Otherwise browsers ask for the tab's icon again with each page.
      source: '/:icon(favicon\\.svg|favicon\\.ico|apple-touch-icon\\.png)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }],
    },
    {
      // The payment view is for any shop's page: its texts are fetched from other origins.
      source: '/:folder(webshop-plugin|seqr-webshop-plugin)/:path*',
      headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
    },
  ],
};
