/** Folder: the folders that it may import, separated by spaces. */
const table: Readonly<Record<string, string>> = {
  // lib, leaves first
  lib: '',
  'lib/xml': '',
  'lib/sqlite': 'lib',
  'lib/postgresql': 'lib',
  'lib/db': 'lib lib/sqlite lib/postgresql',
  'lib/db/statements': 'lib lib/db',
  'lib/audit': 'lib lib/db',
  'lib/people': 'lib lib/db',
  'lib/signals': 'lib lib/db',
  'lib/media': 'lib lib/db',
  'lib/i18n/texts': '',
  'lib/i18n': 'lib/i18n/texts',
  'lib/http': 'lib lib/i18n',
  'lib/catalogue': 'lib lib/db lib/db/statements lib/i18n',
  'lib/search/statements': 'lib lib/db',
  'lib/search': 'lib lib/db lib/i18n lib/catalogue lib/search/statements',
  'lib/outbox': 'lib lib/db lib/db/statements',
  'lib/orders': 'lib lib/db lib/db/statements lib/audit lib/signals lib/i18n lib/catalogue lib/outbox',
  'lib/changes': 'lib lib/postgresql lib/db lib/http lib/catalogue lib/orders',
  'lib/receipts': 'lib lib/i18n lib/orders',
  'lib/mail': 'lib lib/db lib/db/statements lib/i18n lib/http lib/orders lib/outbox lib/receipts',
  'lib/seqr/contract': '',
  'lib/seqr': 'lib lib/xml lib/seqr/contract',
  'lib/payments':
    'lib lib/db lib/db/statements lib/signals lib/i18n lib/http lib/orders lib/outbox lib/seqr/contract lib/seqr',
  'lib/refunds': 'lib lib/db lib/orders lib/outbox lib/seqr lib/payments',
  'lib/behind-the-scenes': 'lib lib/db lib/orders lib/payments lib/seqr/contract',
  'lib/what-if': 'lib lib/db lib/orders lib/payments lib/behind-the-scenes',
  'lib/spreadsheet': 'lib lib/i18n',
  'lib/reconciliation': 'lib lib/xml lib/db lib/audit lib/i18n lib/orders lib/seqr lib/spreadsheet',
  'lib/admin': `
    lib lib/db lib/signals lib/audit lib/people lib/i18n lib/http lib/catalogue lib/orders lib/outbox lib/receipts lib/mail lib/seqr/contract lib/seqr
    lib/payments lib/refunds lib/behind-the-scenes lib/spreadsheet lib/reconciliation
  `,
  'lib/admin/catalogue': 'lib lib/db lib/media lib/audit lib/i18n lib/catalogue lib/search lib/orders lib/admin',
  'lib/admin/import': 'lib lib/db lib/audit lib/i18n lib/catalogue lib/spreadsheet lib/admin lib/admin/catalogue',
  'lib/cart': 'lib lib/i18n lib/catalogue',
  'lib/checkout': 'lib lib/db lib/i18n lib/orders lib/outbox lib/payments lib/cart',
  'lib/demo': 'lib lib/db lib/i18n lib/catalogue lib/orders lib/reconciliation lib/cart lib/checkout',
  'lib/background': `
    lib lib/db lib/signals lib/catalogue lib/search lib/orders lib/outbox lib/mail lib/payments lib/refunds lib/reconciliation
    lib/demo
  `,
  'lib/seqr/conformance': 'lib/xml',
  'lib/openapi': 'lib lib/i18n lib/seqr/contract lib/orders lib/cart',
  'lib/certification': `
    lib lib/db lib/http lib/catalogue lib/orders lib/seqr lib/payments lib/refunds lib/admin lib/reconciliation
    lib/background lib/checkout lib/seqr/conformance
  `,
  'lib/certification/checks': 'lib lib/seqr lib/seqr/conformance lib/certification',
  'lib/certification/report': 'lib lib/xml lib/i18n lib/http lib/certification',
  'lib/certification/runs': `
    lib lib/seqr lib/admin lib/certification lib/certification/checks lib/certification/report
  `,
  'lib/test-api': 'lib lib/db lib/i18n lib/http lib/search lib/orders lib/admin lib/admin/catalogue',
  'lib/health': 'lib lib/sqlite lib/signals lib/seqr',
  'lib/payment-view/texts': '',
  'lib/payment-view': 'lib/payment-view/texts',
  'lib/sandbox/database': 'lib lib/sqlite',
  'lib/sandbox/accounts': 'lib lib/sandbox/database',
  'lib/sandbox/wire': 'lib/xml lib/seqr/contract',
  'lib/sandbox/faults': 'lib/xml lib/seqr/contract lib/sandbox/database lib/sandbox/wire',
  'lib/sandbox/core': 'lib lib/seqr/contract lib/sandbox/database lib/sandbox/faults',
  'lib/sandbox/terminals': 'lib lib/sandbox/database lib/sandbox/core',
  'lib/sandbox/invoices': `
    lib lib/xml lib/i18n lib/http lib/sandbox/database lib/sandbox/accounts lib/sandbox/wire lib/sandbox/faults
    lib/sandbox/core lib/sandbox/terminals
  `,
  'lib/sandbox/notifications': 'lib lib/sandbox/database lib/sandbox/core lib/sandbox/invoices',
  'lib/sandbox/payers': 'lib lib/sandbox/database lib/sandbox/accounts lib/sandbox/core lib/sandbox/invoices',
  'lib/sandbox/boot': `
    lib lib/sandbox/database lib/sandbox/faults lib/sandbox/core lib/sandbox/invoices lib/sandbox/notifications
    lib/sandbox/payers
  `,
  'lib/sandbox/reports': 'lib lib/xml lib/sandbox/database',
  'lib/sandbox/operations': `
    lib lib/xml lib/http lib/seqr/contract lib/sandbox/database lib/sandbox/accounts lib/sandbox/wire
    lib/sandbox/core lib/sandbox/invoices lib/sandbox/reports
  `,
  'lib/sandbox/control': `
    lib lib/http lib/sandbox/faults lib/sandbox/core lib/sandbox/terminals lib/sandbox/invoices
    lib/sandbox/notifications lib/sandbox/payers lib/sandbox/boot lib/sandbox/operations
  `,
  'lib/sandbox/console': `
    lib lib/sandbox/database lib/sandbox/faults lib/sandbox/core lib/sandbox/terminals lib/sandbox/invoices
    lib/sandbox/payers lib/sandbox/boot lib/sandbox/operations lib/sandbox/control
  `,
  'lib/sandbox/payer-app':
    'lib lib/sandbox/database lib/sandbox/core lib/sandbox/invoices lib/sandbox/payers lib/sandbox/boot',
  'lib/sandbox/soap': `
    lib lib/xml lib/http lib/seqr/contract lib/sandbox/wire lib/sandbox/faults lib/sandbox/core lib/sandbox/invoices
    lib/sandbox/boot lib/sandbox/operations
  `,
  'lib/sandbox/php-api': `
    lib lib/xml lib/http lib/seqr/contract lib/sandbox/core lib/sandbox/invoices lib/sandbox/boot
    lib/sandbox/soap
  `,
  'lib/testing/sandbox': `
    lib lib/xml lib/sqlite lib/http lib/sandbox/core lib/sandbox/payers lib/sandbox/boot
    lib/sandbox/control lib/sandbox/soap
  `,
  'lib/testing/clients': 'lib/testing/sandbox',
  'lib/sandbox/standalone': 'lib lib/sqlite lib/http lib/sandbox/boot lib/sandbox/control lib/sandbox/soap',
  'lib/testing': `
    lib lib/sqlite lib/postgresql lib/db lib/signals lib/orders lib/seqr/contract lib/seqr lib/payments lib/admin
    lib/background lib/checkout lib/certification lib/sandbox/standalone
  `,
  // Seeds and migrations
  prisma: '',
  'prisma/shop/seed': 'lib lib/db lib/i18n lib/search lib/orders',
  // React
  components: '',
  'components/ui': 'lib lib/xml',
  'components/payment': 'lib/i18n lib/payment-view components/ui',
  'components/shop': `
    lib lib/i18n lib/http lib/catalogue lib/search lib/orders lib/receipts lib/payments lib/cart lib/payment-view components/ui
    components/payment
  `,
  'components/behind-the-scenes': 'lib lib/i18n lib/orders lib/behind-the-scenes lib/what-if components/ui',
  'components/admin': `
    lib lib/audit lib/i18n lib/catalogue lib/orders lib/behind-the-scenes lib/admin lib/admin/catalogue lib/admin/import
    lib/reconciliation components/ui components/shop
  `,
  'components/admin/certification': 'lib lib/i18n lib/certification components/admin',
  'components/sandbox': 'lib lib/i18n lib/sandbox/payer-app components/ui',
  'components/sandbox/console': 'lib lib/xml lib/sandbox/console components/ui components/sandbox',
  // Routes
  app: 'lib lib/db lib/media lib/i18n lib/http lib/catalogue components/ui components/shop',
  'app/[lang]': `
    lib lib/i18n lib/catalogue lib/search lib/orders lib/payments lib/cart lib/checkout lib/demo lib/what-if lib/behind-the-scenes
    components/ui components/shop components/behind-the-scenes app
  `,
  'app/admin': `
    lib lib/i18n lib/http lib/checkout lib/catalogue lib/orders lib/payments lib/spreadsheet lib/admin lib/admin/catalogue lib/admin/import
    lib/reconciliation lib/certification/runs components/ui
    components/shop components/behind-the-scenes components/admin components/admin/certification app
  `,
  'app/api': `
    lib lib/i18n lib/http lib/catalogue lib/search lib/orders lib/receipts lib/payments lib/cart lib/checkout lib/demo lib/what-if
    lib/test-api lib/health lib/openapi app
  `,
  pages: 'app/api',
  'app/api-reference': 'lib lib/openapi app',
  'app/extclientproxy': 'lib/sandbox/soap',
  'app/payment-view': 'lib lib/payment-view/texts components/payment app',
  'app/sandbox': `
    lib lib/xml lib/i18n lib/http lib/seqr/contract lib/sandbox/boot lib/sandbox/control lib/sandbox/console
    lib/sandbox/payer-app components/ui components/sandbox components/sandbox/console
  `,
  'app/se-qr-web': 'lib/sandbox/invoices',
  'app/seqr-webshop-api': 'lib/sandbox/core lib/sandbox/invoices lib/sandbox/boot lib/sandbox/php-api',
  'app/soap': 'lib/sandbox/soap',
  // Start-up and commands
  'scripts/mutation': '',
  'scripts/shared': 'lib',
  '.': `
    lib lib/sqlite lib/db lib/signals lib/i18n lib/http lib/catalogue lib/search lib/orders lib/changes lib/reconciliation
    lib/background lib/test-api lib/health lib/sandbox/boot lib/sandbox/control lib/sandbox/soap app app/api scripts/shared scripts/mutation
  `,
  'scripts/chaos': 'lib lib/postgresql lib/testing scripts/shared',
  'scripts/page-bugs': 'scripts/shared scripts/chaos',
  'scripts/bench': 'lib/seqr scripts/shared scripts/chaos',
  'scripts/visitors': 'lib/what-if scripts/bench',
  'scripts/certify': 'lib lib/certification',
  'scripts/imports': 'scripts/shared',
  'scripts/container': '',
  'scripts/image': 'scripts/shared',
  'e2e/finnish': 'lib prisma/shop/seed',
  scripts: `
    lib lib/sqlite lib/postgresql lib/db lib/media lib/i18n lib/seqr lib/admin lib/reconciliation lib/certification
    lib/certification/runs
    lib/sandbox/standalone prisma/shop/seed app/api . scripts/shared scripts/imports scripts/chaos scripts/bench scripts/visitors
    scripts/certify scripts/image scripts/page-bugs e2e/finnish
  `,
  'scripts/bench/floor': '',
  // Browser tests
  e2e: 'lib lib/i18n lib/payment-view/texts lib/testing scripts/shared',
  'e2e/environment': 'lib/testing scripts/shared',
  'e2e/examples': '',
  'e2e/pages': 'lib lib/i18n lib/payment-view/texts e2e',
  'e2e/flows':
    'lib lib/i18n lib/openapi lib/spreadsheet lib/testing scripts/shared scripts/chaos e2e e2e/finnish e2e/environment e2e/pages',
};

/**
 * What each folder may import, besides itself. A folder is listed after everything that it may import, so there are no
 * cycles. Routes in `app` and `pages`, and texts, belong to the nearest listed folder. Tests outside e2e may also
 * import anything in `lib`, `prisma`, the root and their own top-level folder. `npm run check` checks the code against
 * this table. docs/architecture.md shows the table as diagrams.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(table).map(([folder, targets]) => [folder, targets.split(/\s+/).filter(Boolean)]),
);

/** Folders from which these users may import only types. Components show the sandbox, but do not run it. */
export const onlyTypesIn: Readonly<Record<string, readonly string[]>> = {
  'lib/sandbox': ['components'],
};

/**
 * Packages that only these folders may import. `lib` runs without Next and React; SOAP and Prisma each have one
 * adapter.
 */
export const packagesOnlyIn: Readonly<Record<string, readonly string[]>> = {
  next: ['app', 'pages', 'components', 'scripts/bench/floor', '.'],
  react: ['app', 'components', 'scripts/bench/floor'],
  'react-dom': ['app', 'components', 'scripts/bench/floor'],
  soap: ['lib/seqr', 'lib/testing/clients'],
  pg: ['lib/postgresql', 'lib/testing', 'scripts', 'e2e', 'prisma'],
  'better-sqlite3': ['lib/sqlite', 'lib/testing', 'scripts', 'e2e', 'prisma'],
  nodemailer: ['lib/mail'],
  sharp: ['lib/media', 'lib/testing'],
};
