import { hasSandbox } from './has-sandbox';
import { isLoopback } from './host-names';
import { isBic, isIban } from './iban';
import { merchant } from './merchant';

type Values = {
  readonly DEMO: 'on' | 'off';
  readonly MERCHANT: 'own' | 'demo';
  readonly NODE_ENV?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
  readonly SEQR_SANDBOX?: 'on' | 'off' | 'force' | undefined;
  readonly SEQR_WSDL_URL?: string | undefined;
  readonly SHOP: 'on' | 'off';
  readonly SHOP_ROLE: 'web' | 'worker' | 'all';
  readonly TEST_API_KEY?: string | undefined;
};

/** Describes values that are valid alone but not together, one sentence per conflict, with its remedy. */
export function listConflicts(values: Values): string[] {
  return [
    ...describeSandboxBesideSeqr(values),
    ...describeDemoBesideSeqr(values),
    ...describeDemonstration(values),
    ...describeTestsBesideSeqr(values),
    ...describeRole(values),
    ...describeAccounts(merchant),
  ];
}

/** Money that buyers send to a mistyped account is hard to get back. */
function describeAccounts({ iban, bic }: Pick<typeof merchant, 'iban' | 'bic'>): string[] {
  return [
    ...(iban === '' || isIban(iban)
      ? []
      : ['The iban in lib/merchant.ts is invalid: its check digits do not match. Correct it, or leave it empty.']),
    ...(bic === '' || isBic(bic)
      ? []
      : ['The bic in lib/merchant.ts must have 8 or 11 characters. Correct it, or leave it empty.']),
  ];
}

/** The sandbox must not run next to real money by mistake. */
function describeSandboxBesideSeqr(values: Values): string[] {
  if (values.SEQR_SANDBOX !== 'on' || values.NODE_ENV !== 'production' || !isElsewhere(values)) return [];
  return [
    'SEQR_SANDBOX must not be "on" in production together with another SEQR service in SEQR_WSDL_URL. Set it to "force" if this is intended.',
  ];
}

/** Receipts of real money must name the real seller. */
function describeDemoBesideSeqr(values: Values): string[] {
  if (values.MERCHANT !== 'demo' || values.NODE_ENV !== 'production' || !isElsewhere(values)) return [];
  return ['MERCHANT must not be "demo" in production together with a SEQR service in SEQR_WSDL_URL. Remove MERCHANT.'];
}

/** A demonstration gives goods away, and opens parts of the back office to everyone. */
function describeDemonstration(values: Values): string[] {
  if (values.DEMO !== 'on') return [];
  if (isElsewhere(values)) {
    return [
      'DEMO must not be "on" together with another SEQR service in SEQR_WSDL_URL: strangers could move real money. Remove DEMO.',
    ];
  }
  if (!hasSandbox(values) || values.SHOP === 'off' || values.SHOP_ROLE !== 'all') {
    return [
      'DEMO must not be "on" unless shop and sandbox run in this process. Remove DEMO, or SEQR_WSDL_URL, SEQR_SANDBOX, SHOP and SHOP_ROLE.',
    ];
  }
  return [];
}

/** Anyone with the key can change prices and read every order, so it must not exist where money is real. */
function describeTestsBesideSeqr(values: Values): string[] {
  if (!values.TEST_API_KEY || !isElsewhere(values)) return [];
  return ['TEST_API_KEY must not be set together with a SEQR service in SEQR_WSDL_URL. Remove TEST_API_KEY.'];
}

function describeRole(values: Values): string[] {
  const { PUBLIC_URL, SEQR_WSDL_URL, SHOP, SHOP_ROLE } = values;
  if (SHOP_ROLE === 'all') return [];
  if (SHOP === 'off') {
    return [
      `SHOP_ROLE must not be "${SHOP_ROLE}" while SHOP is "off": a sandbox alone has no roles. Remove SHOP_ROLE.`,
    ];
  }
  const problems: string[] = [];
  if (!SEQR_WSDL_URL) {
    problems.push(
      `SHOP_ROLE must not be "${SHOP_ROLE}" without SEQR_WSDL_URL: each process would call a sandbox of its own. Set SEQR_WSDL_URL to the same service for all processes.`,
    );
  } else if (SHOP_ROLE === 'worker' && hasSandbox(values)) {
    problems.push(
      'SHOP_ROLE must not be "worker" with the sandbox in the same process: a worker serves no SOAP. Set SEQR_SANDBOX to "off" here.',
    );
  }
  if (SHOP_ROLE === 'worker' && !PUBLIC_URL) {
    problems.push(
      'SHOP_ROLE must not be "worker" without PUBLIC_URL: the mails that it sends link to the shop. Set PUBLIC_URL to the address of the shop.',
    );
  }
  return problems;
}

/** Whether the SEQR service is real: neither on this machine nor at the shop's own address. */
export function isElsewhere({ SEQR_WSDL_URL, PUBLIC_URL }: Pick<Values, 'SEQR_WSDL_URL' | 'PUBLIC_URL'>): boolean {
  if (!SEQR_WSDL_URL) return false;
  const { hostname } = new URL(SEQR_WSDL_URL);
  return !isLoopback(hostname) && hostname !== (PUBLIC_URL && new URL(PUBLIC_URL).hostname);
}
