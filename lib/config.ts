import { networkInterfaces } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { loadEnvFiles } from './env-files';
import { hasSandbox } from './has-sandbox';
import { isLoopback, parseHost } from './host-names';
import { ownIdentity } from './own-identity';
import { processGlobal } from './process-global';
import { TEST_RESELLER, TEST_TERMINAL } from './published-identity';

// Every environment variable that the project reads is here, from the environment or from `.env` (env-files.js). A wrong one stops the start with a sentence that names
// it; its value is never repeated, for it may be a secret.

const onOff = z.enum(['on', 'off'], { error: 'must be "on" or "off"' });
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });

/** Only scheme, host and port: Next serves nothing below a path. */
const serverUrl = z.string().refine((text) => /^https?:\/\/[^/?#@]+\/*$/i.test(text) && URL.canParse(text), {
  error: 'must be an http:// or https:// address without a path, such as https://shop.example.com',
});

const hostNames = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((hosts) => hosts.every((host) => parseHost(host) !== null), {
    error: 'must be host names separated by commas, such as shop.example.com or shop.example.com:8443',
  })
  .transform((hosts) => hosts.flatMap((host) => parseHost(host)?.host ?? []));

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

const limit = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of requests' })
    .int('must be a whole number of requests')
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1000000')
    .default(usual);

const quantity = (usual: number, most: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`)
    .default(usual);

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be "file:" and a path (a SQLite file)')
    .default('file:./.data/shop.db'),
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int('must be a port number')
    .min(1, 'must be a port number')
    .max(65535, 'must be a port number')
    .default(3000),
  PUBLIC_URL: serverUrl.optional(),
  ALLOWED_HOSTS: hostNames.default([]),
  SEQR_WSDL_URL: httpUrl.optional(),
  SEQR_TERMINAL_ID: z.string().optional(),
  SEQR_TERMINAL_PASSWORD: z.string().optional(),
  SEQR_RESELLER_ID: z.string().optional(),
  SEQR_RESELLER_PASSWORD: z.string().optional(),
  SEQR_CLIENT_ID: z.string().max(80, 'must have at most 80 characters').default('Tallbacka'),
  SEQR_TIMEOUT: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0.1, 'must be 0.1 to 60 seconds')
    .max(60, 'must be 0.1 to 60 seconds')
    .default(8),
  SEQR_SANDBOX: z.enum(['on', 'off', 'force'], { error: 'must be "on", "off" or "force"' }).optional(),
  SEQR_SANDBOX_DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be "file:" and a path (a SQLite file)')
    .default('file:./.data/sandbox.db'),
  SEQR_SANDBOX_QR_BASE: httpUrl.optional(),
  SEQR_SANDBOX_PUBLIC: onOff.default('off'),
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
  RATE_LIMIT_SOAP: limit(12_000),
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
  BANK_TRANSFER_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .max(365, 'must be at most 365 days')
    .default(10),
  HELD_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .max(365, 'must be at most 365 days')
    .default(7),
  SHOP: onOff.default('on'),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  NODE_ENV: z.string().optional(),
});

/** Applies while RATE_LIMITS is off. Bounded all the same, so that no total leaves 32 bits. */
const liftedOrderLimits = {
  lineQuantity: 999,
  orderQuantity: 9_999,
  openTransfersPerAddress: Number.MAX_SAFE_INTEGER,
  openTransfersPerMailbox: Number.MAX_SAFE_INTEGER,
  reviewStockPercent: 100,
  reviewTotal: Number.MAX_SAFE_INTEGER,
};

export type Config = ReturnType<typeof readConfig>;

/** An empty variable counts as not set, as in a copied `.env.example`. Throws one `Error` that names every wrong variable. */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(
      `The configuration is not right:\n${lines.join('\n')}\nSee .env.example for what each variable means.`,
    );
  }
  const values = result.data;
  if (isSandboxBesideSeqr(values)) {
    throw new Error(
      'The configuration is not right:\n  SEQR_SANDBOX must not be on in production beside the SEQR service that SEQR_WSDL_URL names; if it is meant, say force.\nSee .env.example for what each variable means.',
    );
  }
  const localUrl = `http://localhost:${values.PORT}`;
  const publicUrl = values.PUBLIC_URL && new URL(values.PUBLIC_URL).origin;
  const nearbyUrl = publicUrl ?? `http://${lanAddress() ?? 'localhost'}:${values.PORT}`;
  const wsdlUrl = values.SEQR_WSDL_URL ?? `${localUrl}/soap/merchant/cashregister-2?wsdl`;
  return {
    databaseUrl: values.DATABASE_URL,
    /** Where the shop keeps what is not in its database. */
    dataFolder: dirname(filePath(values.DATABASE_URL)),
    port: values.PORT,
    /** The configured address without a slash at its end. A request's own is `serverAddress` (server-address.ts). */
    publicUrl,
    /** The address where no request tells it: in mails and in pages that are rendered while building. */
    ownUrl: publicUrl ?? localUrl,
    /** The address by which a phone in the same network reaches this server. */
    nearbyUrl,
    /** How this process reaches itself. */
    localUrl,
    /** Hosts, with a port or without, that are this server's too. */
    allowedHosts: values.ALLOWED_HOSTS,
    /** Whether cookies are `Secure`. */
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    shopEnabled: values.SHOP === 'on',
    /** `password` undefined: nobody can sign in. `sessionSecret` undefined: see server-secret.ts. */
    admin: { password: values.ADMIN_PASSWORD, sessionSecret: values.SESSION_SECRET },
    /** Uses an address may make in a minute; of sign-ins, failures in a quarter of an hour. */
    rateLimits: {
      enabled: values.RATE_LIMITS === 'on',
      points: {
        checkout: values.RATE_LIMIT_CHECKOUT,
        status: values.RATE_LIMIT_STATUS,
        soap: values.RATE_LIMIT_SOAP,
        payer: values.RATE_LIMIT_PAYERS,
        signIn: values.RATE_LIMIT_SIGN_IN,
        signInOfAll: 20 * values.RATE_LIMIT_SIGN_IN,
      },
    },
    /** What one order may hold, and what unpaid orders by bank transfer may reserve. `reviewTotal` is in whole units. */
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
    /** How many proxies stand before this server and append to X-Forwarded-For. */
    trustedProxies: values.TRUST_PROXY,
    bankTransferDays: values.BANK_TRANSFER_DAYS,
    /** How long an order whose money is held for a person keeps its goods. */
    heldDays: values.HELD_DAYS,
    logLevel: values.LOG_LEVEL ?? (values.NODE_ENV === 'test' ? 'silent' : 'info'),
    paymentTimeoutSeconds: values.PAYMENT_TIMEOUT,
    /** The mail server, with user and password in it; undefined: mails are kept in the database and not sent. */
    smtpUrl: values.SMTP_URL,
    seqr: {
      /** Whether it is the service of another machine: then money is moved, for all we know. */
      elsewhere: isElsewhere(values),
      endpoint: wsdlUrl.replace(/\?wsdl$/i, ''),
      wsdlUrl,
      /** Where the identity of the shop is kept that shares a process with a public sandbox; null for any other shop. */
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
      /** What stands before `/R…` in a QR code: upper case, so that the code is in alphanumeric mode and sparser. */
      qrBase: (values.SEQR_SANDBOX_QR_BASE ?? nearbyUrl).replace(/\/+$/, '').toUpperCase(),
      public: values.SEQR_SANDBOX_PUBLIC === 'on',
      key: values.SEQR_SANDBOX_KEY,
      messagesKept: values.SEQR_SANDBOX_MESSAGES,
    },
  };
}

type Values = z.output<typeof environment>;

/** Play money must not stand beside real money by mistake. */
function isSandboxBesideSeqr(values: Values): boolean {
  return values.SEQR_SANDBOX === 'on' && values.NODE_ENV === 'production' && isElsewhere(values);
}

/** A service on this machine, or the shop itself, is no real one. */
function isElsewhere(values: Values): boolean {
  if (!values.SEQR_WSDL_URL) return false;
  const { hostname } = new URL(values.SEQR_WSDL_URL);
  return !isLoopback(hostname) && hostname !== (values.PUBLIC_URL && new URL(values.PUBLIC_URL).hostname);
}

/** With the published identity everybody could refund what such a shop sold. One that is configured is left alone. */
function needsOwnIdentity(values: Values, wsdlUrl: string, localUrl: string): boolean {
  const { SEQR_TERMINAL_ID, SEQR_TERMINAL_PASSWORD, SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD, PUBLIC_URL } = values;
  const isConfigured = [SEQR_TERMINAL_ID, SEQR_TERMINAL_PASSWORD, SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD].some(
    Boolean,
  );
  const own = [localUrl, ...(PUBLIC_URL ? [PUBLIC_URL] : [])].map((url) => new URL(url).origin);
  const isInThisProcess = hasSandbox(values) && values.SHOP === 'on' && own.includes(new URL(wsdlUrl).origin);
  return values.SEQR_SANDBOX_PUBLIC === 'on' && isInThisProcess && !isConfigured;
}

function filePath(url: string): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), url.replace(/^file:/, ''));
}

/** The configuration of this process, read once. Tests have nothing of the developer's `.env`. */
export function config(): Config {
  return processGlobal('config', () => {
    if (process.env.NODE_ENV !== 'test') loadEnvFiles(/* turbopackIgnore: true */ process.cwd());
    const config = readConfig(process.env);
    const { ownIdentityFile } = config.seqr;
    return ownIdentityFile === null ? config : { ...config, seqr: { ...config.seqr, ...ownIdentity(ownIdentityFile) } };
  });
}

/** This machine's first IPv4 address in its local network, by which a phone reaches it. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
}
