import { maxValueLength, safeUrl } from './safe-url';

export type Layout = 'standard' | 'small';
export type Platform = 'desktop' | 'mobile' | 'unsupported';
/** `demo`: links open the test version of SEQR's app. */
export type Mode = 'live' | 'demo';

/** The parameters of a page; each is valid or undefined. */
export interface Parameters {
  invoiceId: string | undefined;
  invoiceQRCode: string | undefined;
  statusURL: string | undefined;
  successURL: string | undefined;
  language: string | undefined;
  platform: Platform | undefined;
  layout: Layout;
  injectCSS: boolean;
  mode: Mode;
  /** Milliseconds between queries. */
  pollFreq: number;
  /** Function names by event: `status`, `success` or a lower-case status (`paid`). */
  callbacks: Map<string, string>;
}

/**
 * Parses the parameters of every generation of the contract, from the part after `#!` of the script's address and a
 * JSON object in the tag's body; the address takes precedence. Unknown keys and invalid values are ignored.
 */
export function parseParameters(src: string, body: string, baseUrl: string): Parameters {
  return checkParameters(readParameters(src, body), baseUrl);
}

export function readParameters(src: string, body: string): Map<string, string> {
  return new Map([...readBody(body), ...readHash(src)]);
}

/** Keeps valid values and makes addresses absolute. */
export function checkParameters(raw: Map<string, string>, baseUrl: string): Parameters {
  const text = (key: string, pattern: RegExp) => {
    const value = raw.get(key) ?? '';
    return value.length <= maxValueLength && pattern.test(value) ? value : undefined;
  };
  const url = (key: string) => safeUrl(raw.get(key), baseUrl);

  return {
    invoiceId: text('invoiceId', reference) ?? text('invoiceReference', reference),
    invoiceQRCode: url('invoiceQRCode') && raw.get('invoiceQRCode'),
    statusURL: url('statusURL'),
    successURL: url('successURL'),
    language: text('language', /^[a-z]{2,3}([-_][a-z\d]{1,8})*$/i),
    // The pattern allows only these texts, so the cast is safe.
    platform: text('platform', /^(desktop|mobile|unsupported)$/) as Platform | undefined,
    layout: raw.get('layout') === 'small' ? 'small' : 'standard',
    injectCSS: raw.get('injectCSS') !== 'false',
    mode: raw.get('mode') === 'demo' ? 'demo' : 'live',
    pollFreq: Math.min(5000, Math.max(250, Number(text('pollFreq', /^\d+$/) ?? 1000))),
    callbacks: new Map(
      [...raw].flatMap(([key, name]) => {
        const kind = /^(\w+)Callback$/.exec(key)?.[1];
        return kind && /^[\w$]+(\.[\w$]+)*$/.test(name) ? [[kind.toLowerCase(), name] as const] : [];
      }),
    ),
  };
}

const reference = /^[\w-]{1,64}$/;

function readHash(src: string): [string, string][] {
  const hash = /#!?(.*)/s.exec(src)?.[1] ?? '';
  return hash.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    try {
      return at > 0 ? entry(decodeURIComponent(pair.slice(0, at)).trim(), decodeURIComponent(pair.slice(at + 1))) : [];
    } catch {
      return []; // an invalid percent sign
    }
  });
}

function readBody(body: string): [string, string][] {
  try {
    return Object.entries(JSON.parse(body) ?? {}).flatMap(([key, value]) => entry(key, value));
  } catch {
    return []; // an empty body or a comment
  }
}

function entry(key: string, value: unknown): [string, string][] {
  const text = typeof value === 'object' ? '' : String(value).trim();
  return text && text.length <= maxValueLength ? [[key, text]] : [];
}
