import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { isElsewhere, listConflicts } from './config-conflicts';
import {
  days,
  duration,
  hostNames,
  httpUrl,
  liftedOrderLimits,
  limit,
  logLevels,
  onOff,
  port,
  postgresqlUrl,
  quantity,
  serverUrl,
  shopDatabaseUrl,
  sqliteUrl,
} from './config-values';
import { loadEnvFiles } from './env-files';
import { hasSandbox } from './has-sandbox';
import { lanAddress } from './lan-address.js';
import { merchant } from './merchant';
import { ownIdentity } from './own-identity';
import { processGlobal } from './process-global';
import { TEST_RESELLER, TEST_TERMINAL } from './published-identity';

// All environment variables of the project, from the environment, `.env.local` or `.env` (env-files.js). An invalid
// variable stops start-up with a message that names it. Values are never printed, because they may be secret.

const environment = z.object({
  DATABASE_URL: shopDatabaseUrl.default('file:./.data/shop.db'),
  DATABASE_DIRECT_URL: postgresqlUrl.optional(),
  MEDIA_DIR: z.string().optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number({ error: 'must be a number of connections' })
    .int('must be a whole number of connections')
    .min(2, 'must be at least 2')
    .max(1_000, 'must be at most 1000')
    .default(10),
  PORT: port.default(3000),
  PUBLIC_URL: serverUrl.optional(),
  ALLOWED_HOSTS: hostNames.default([]),
  SEQR_WSDL_URL: httpUrl.optional(),
  SEQR_TERMINAL_ID: z.string().optional(),
  SEQR_TERMINAL_PASSWORD: z.string().optional(),
  SEQR_RESELLER_ID: z.string().optional(),
  SEQR_RESELLER_PASSWORD: z.string().optional(),
  SEQR_CLIENT_ID: z
    .string()
    .max(80, 'must have at most 80 characters')
    .default(() => merchant.name),
  SEQR_TIMEOUT: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0.1, 'must be 0.1 to 60 seconds')
    .max(60, 'must be 0.1 to 60 seconds')
    .default(8),
  SEQR_SANDBOX: z.enum(['on', 'off', 'force'], { error: 'must be "on", "off" or "force"' }).optional(),
  SEQR_SANDBOX_DATABASE_URL: sqliteUrl.default('file:./.data/sandbox.db'),
  SEQR_SANDBOX_QR_BASE: httpUrl.optional(),
  SEQR_SANDBOX_PUBLIC: onOff.optional(),
  SEQR_SANDBOX_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  SEQR_SANDBOX_MESSAGES: z.coerce
    .number({ error: 'must be a number of messages' })
    .int('must be a whole number of messages')
    .min(100, 'must be at least 100')
    .max(1_000_000, 'must be at most 1000000')
    .default(10_000),
  PAYMENT_TIMEOUT: z.coerce
    .number({ error: 'must be a number of seconds' })
    .int('must be a whole number of seconds')
    .min(30, 'must be at least 30 seconds')
    .max(86_400, 'must be at most 86400 seconds (a day)')
    .default(900),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(256, 'must have at most 256 characters')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  RATE_LIMITS: onOff.default('on'),
  RATE_LIMIT_CHECKOUT: limit(60),
  RATE_LIMIT_STATUS: limit(1_200),
  RATE_LIMIT_SEARCH: limit(600),
  RATE_LIMIT_SOAP: limit(12_000),
  RATE_LIMIT_PASSWORDS: limit(60),
  RATE_LIMIT_PAYERS: limit(60),
  RATE_LIMIT_SIGN_IN: limit(10),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be a number of proxies' })
    .int('must be a whole number of proxies')
    .min(0, 'must be 0 to 10')
    .max(10, 'must be 0 to 10')
    .default(0),
  MAX_LINE_QUANTITY: quantity(50, 999),
  MAX_ORDER_QUANTITY: quantity(200, 9_999),
  MAX_OPEN_TRANSFERS_PER_ADDRESS: quantity(20, 1_000_000),
  MAX_OPEN_TRANSFERS_PER_MAILBOX: quantity(5, 1_000_000),
  TRANSFER_REVIEW_STOCK_PERCENT: quantity(10, 100),
  TRANSFER_REVIEW_TOTAL: quantity(10_000, 1_000_000_000),
  BANK_TRANSFER_DAYS: days(10),
  DRAIN_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0, 'must be 0 to 60 seconds')
    .max(60, 'must be 0 to 60 seconds')
    .default(3),
  HELD_DAYS: days(7),
  SHOP: onOff.default('on'),
  SHOP_ROLE: z.enum(['web', 'worker', 'all'], { error: 'must be "web", "worker" or "all"' }).default('all'),
  DEMO: onOff.default('off'),
  TEST_API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  DEMO_KEEP: duration.prefault('24h'),
  BEHIND_THE_SCENES: onOff.optional(),
  SOURCE_URL: httpUrl.optional(),
  DEMO_CATALOGUE: onOff.optional(),
  // Read by lib/demo-merchant.ts; checked here.
  MERCHANT: z.enum(['own', 'demo'], { error: 'must be "own" or "demo"' }).default('own'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  NODE_ENV: z.string().optional(),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Empty variables count as unset, as in a copied `.env.example`. Throws one `Error` that names every invalid variable.
 */
export function readConfig(env: Record<string, string | undefined>) {
  const nonEmpty = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(nonEmpty);
  if (!result.success) throw invalid(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const values = result.data;
  const conflicts = listConflicts(values);
  if (conflicts.length > 0) throw invalid(conflicts);
  const localUrl = `http://localhost:${values.PORT}`;
  const publicUrl = values.PUBLIC_URL && new URL(values.PUBLIC_URL).origin;
  const lan = publicUrl === undefined ? lanAddress() : undefined;
  const nearbyUrl = publicUrl ?? `http://${lan ?? 'localhost'}:${values.PORT}`;
  const dataFolder = dirname(
    filePath(values.DATABASE_URL.startsWith('file:') ? values.DATABASE_URL : './.data/shop.db'),
  );
  const wsdlUrl = values.SEQR_WSDL_URL ?? `${localUrl}/soap/merchant/cashregister-2?wsdl`;
  return {
    databaseUrl: values.DATABASE_URL,
    /** The address of PostgreSQL itself, if `databaseUrl` is that of a connection pooler. */
    databaseDirectUrl: values.DATABASE_DIRECT_URL,
    /** The maximum number of connections that this process opens to PostgreSQL. */
    databaseConnections: values.DATABASE_CONNECTIONS,
    /** The folder for everything stored outside the database. */
    dataFolder,
    /** The folder of uploaded pictures. On PostgreSQL they are in the database instead. */
    mediaFolder: values.MEDIA_DIR === undefined ? join(dataFolder, 'media') : filePath(values.MEDIA_DIR),
    port: values.PORT,
    /**
     * The configured address without a trailing slash. For a request's own address, see `serverAddress`
     * (server-address.ts).
     */
    publicUrl,
    /** The address for mails and cached pages, where there is no request. */
    ownUrl: publicUrl ?? localUrl,
    /** The address at which a phone in the same network reaches this server. */
    nearbyUrl,
    /** The address at which this process reaches itself. */
    localUrl,
    /**
     * Additional hosts of this server, with or without a port. Includes `lan`, the host in QR codes, which may be a
     * public address.
     */
    allowedHosts: lan === undefined ? values.ALLOWED_HOSTS : [...values.ALLOWED_HOSTS, lan],
    /** Whether cookies are `Secure`. */
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    shopEnabled: values.SHOP === 'on',
    /** Whether this is a demonstration that strangers may use. Never true together with a real SEQR service. */
    isDemo: values.DEMO === 'on',
    /** The age at which a demonstration deletes its visitors' orders and payers. */
    demoKeepMs: values.DEMO_KEEP,
    /** Whether an order's pages link to its messages and steps, and where the project's files are published. */
    behindTheScenes: {
      enabled: (values.BEHIND_THE_SCENES ?? values.DEMO) === 'on' && hasSandbox(values) && !isElsewhere(values),
      sourceUrl: values.SOURCE_URL?.replace(/\/+$/, ''),
    },
    /** What this process does: `web` serves pages, `worker` runs the background work, `all` both. */
    role: values.SHOP_ROLE,
    /** Whether a container that starts fills an empty catalogue with the demonstration's products. */
    demoCatalogue: values.SHOP === 'on' && (values.DEMO_CATALOGUE ?? (hasSandbox(values) ? 'on' : 'off')) === 'on',
    /** The key to `/api/test`. Undefined: there is no test API. */
    testApiKey: values.TEST_API_KEY,
    /** How long this process keeps serving after SIGTERM, while its health check reports that it is not ready. */
    drainMs: values.DRAIN_SECONDS * 1000,
    /** Without `password`, nobody can sign in. Without `sessionSecret`, see server-secret.ts. */
    admin: { password: values.ADMIN_PASSWORD, sessionSecret: values.SESSION_SECRET },
    /** Requests allowed per address and minute; for sign-ins, failures per quarter of an hour. */
    rateLimits: {
      enabled: values.RATE_LIMITS === 'on',
      points: {
        checkout: values.RATE_LIMIT_CHECKOUT,
        status: values.RATE_LIMIT_STATUS,
        search: values.RATE_LIMIT_SEARCH,
        soap: values.RATE_LIMIT_SOAP,
        password: values.RATE_LIMIT_PASSWORDS,
        payer: values.RATE_LIMIT_PAYERS,
        signIn: values.RATE_LIMIT_SIGN_IN,
        signInOfName: 5 * values.RATE_LIMIT_SIGN_IN,
        signInOfAll: 20 * values.RATE_LIMIT_SIGN_IN,
      },
    },
    /**
     * Limits on one order, and on the stock that unpaid bank-transfer orders may reserve. `reviewTotal` is in whole
     * units.
     */
    orderLimits:
      values.RATE_LIMITS === 'off'
        ? liftedOrderLimits
        : {
            lineQuantity: values.MAX_LINE_QUANTITY,
            orderQuantity: values.MAX_ORDER_QUANTITY,
            openTransfersPerAddress: values.MAX_OPEN_TRANSFERS_PER_ADDRESS,
            openTransfersPerMailbox: values.MAX_OPEN_TRANSFERS_PER_MAILBOX,
            reviewStockPercent: values.TRANSFER_REVIEW_STOCK_PERCENT,
            reviewTotal: values.TRANSFER_REVIEW_TOTAL,
          },
    /** The number of proxies in front of this server that append to X-Forwarded-For. */
    trustedProxies: values.TRUST_PROXY,
    bankTransferDays: values.BANK_TRANSFER_DAYS,
    /** The number of days for which an order with a held payment keeps its stock. */
    heldDays: values.HELD_DAYS,
    logLevel: values.LOG_LEVEL ?? (values.NODE_ENV === 'test' ? 'silent' : 'info'),
    paymentTimeoutSeconds: values.PAYMENT_TIMEOUT,
    /**
     * The mail server's URL including credentials. Undefined: mails are stored but not sent. A demonstration sends none,
     * because strangers type the addresses.
     */
    smtpUrl: values.DEMO === 'on' ? undefined : values.SMTP_URL,
    seqr: {
      /** True if the SEQR service is on another machine, so that real money may be involved. */
      elsewhere: isElsewhere(values),
      endpoint: wsdlUrl.replace(/\?wsdl$/i, ''),
      wsdlUrl,
      /** The file with the shop's own identity, for a shop in the same process as a public sandbox; otherwise null. */
      ownIdentityFile: needsOwnIdentity(values, wsdlUrl, localUrl)
        ? join(dirname(filePath(values.SEQR_SANDBOX_DATABASE_URL)), 'seqr-identity.json')
        : null,
      terminalId: values.SEQR_TERMINAL_ID ?? TEST_TERMINAL.id,
      terminalPassword: values.SEQR_TERMINAL_PASSWORD ?? TEST_TERMINAL.password,
      resellerId: values.SEQR_RESELLER_ID ?? TEST_RESELLER.id,
      resellerPassword: values.SEQR_RESELLER_PASSWORD ?? TEST_RESELLER.password,
      clientId: values.SEQR_CLIENT_ID,
      timeoutMs: values.SEQR_TIMEOUT * 1000,
    },
    sandbox: {
      enabled: hasSandbox(values),
      databaseUrl: values.SEQR_SANDBOX_DATABASE_URL,
      /** The part of a QR code before `/R…`. Upper case allows alphanumeric mode, which makes the code smaller. */
      qrBase: (values.SEQR_SANDBOX_QR_BASE ?? nearbyUrl).replace(/\/+$/, '').toUpperCase(),
      public: isPublic(values),
      /** A demonstration without a configured key generates one, so that only its own shop can control the sandbox. */
      key: values.SEQR_SANDBOX_KEY ?? (values.DEMO === 'on' ? randomUUID() : undefined),
      messagesKept: values.SEQR_SANDBOX_MESSAGES,
    },
  };
}

type Values = z.output<typeof environment>;

function invalid(problems: readonly string[]): Error {
  const lines = problems.map((problem) => `  ${problem}\n`);
  return new Error(`The configuration is invalid:\n${lines.join('')}See .env.example for what each variable means.`);
}

/** With the published identity, anyone could refund this shop's sales. A configured identity is kept. */
function needsOwnIdentity(values: Values, wsdlUrl: string, localUrl: string): boolean {
  const { SEQR_TERMINAL_ID, SEQR_TERMINAL_PASSWORD, SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD, PUBLIC_URL } = values;
  const isConfigured = [SEQR_TERMINAL_ID, SEQR_TERMINAL_PASSWORD, SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD].some(
    Boolean,
  );
  const own = [localUrl, ...(PUBLIC_URL ? [PUBLIC_URL] : [])].map((url) => new URL(url).origin);
  const isInThisProcess = hasSandbox(values) && values.SHOP === 'on' && own.includes(new URL(wsdlUrl).origin);
  return isPublic(values) && isInThisProcess && !isConfigured;
}

/** A demonstration is for strangers, so its sandbox is public unless it is configured otherwise. */
function isPublic({ SEQR_SANDBOX_PUBLIC, DEMO }: Values): boolean {
  return (SEQR_SANDBOX_PUBLIC ?? DEMO) === 'on';
}

function filePath(url: string): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), url.replace(/^file:/, ''));
}

/** This process's configuration, read once. Tests ignore the developer's `.env`. */
export function config(): Config {
  return processGlobal('config', () => {
    if (process.env.NODE_ENV !== 'test') loadEnvFiles(/* turbopackIgnore: true */ process.cwd());
    const config = readConfig(process.env);
    const { ownIdentityFile } = config.seqr;
    return ownIdentityFile === null ? config : { ...config, seqr: { ...config.seqr, ...ownIdentity(ownIdentityFile) } };
  });
}
