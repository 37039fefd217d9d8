import type { Currency } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import { AcknowledgmentMode, PaymentMode } from '../database/generated/enums';
import { type Answer, refuse } from '../wire/answer';
import { child, children, isEmpty, text } from '../wire/fields';
import { readTotal } from './read-amount';
import { hasRows, type InvoiceRow, parseRows, readRows } from './rows';
import { type CustomerToken, MAX_TOKEN_TEXT, MAX_TOKENS, readToken } from './tokens';

/** xs:dateTime, except that the day may be missing in its month. */
const DATE_TIME =
  /^((?!0000)\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))?$/;
const MAX_TIMEOUT_SECONDS = 31 * 86_400;
const MAX_DATE_TIME_LENGTH = 40;
/**
 * SEQR documents no limits for these texts. The sandbox has limits to keep its database small and to bound the work per
 * request.
 */
const MAX_TEXT_LENGTHS = {
  title: 1_000,
  clientInvoiceId: 200,
  cashierId: 200,
  footer: 2_000,
  backURL: 2_000,
  notificationUrl: 2_000,
};

/** An invoice's content as database columns. Null: the merchant sent no value, or one that is ignored. */
export interface InvoiceContent {
  currency: Currency;
  total: number;
  rows: string;
  title: string | null;
  clientInvoiceId: string | null;
  cashierId: string | null;
  footer: string | null;
  issueDate: string | null;
  backURL: string | null;
  notificationUrl: string | null;
  paymentMode: PaymentMode;
  acknowledgmentMode: AcknowledgmentMode;
  /** Whether the merchant sent no acknowledgmentMode. */
  acknowledgmentByDefault: boolean;
  commitReservationTimeout: number | null;
}

/**
 * Where missing fields come from: the updated invoice, or the defaults of a new one. The default acknowledgmentMode
 * depends on the path that was called.
 */
export type Basis = { readonly current: InvoiceContent } | { readonly acknowledgmentDefault: AcknowledgmentMode };

/**
 * Parses a request's `invoice`. Refuses with 11 if the total is too large, 64 if notificationUrl is not http or https,
 * and 49 for any other error. An invalid issueDate is ignored, and a timeout is at most 31 days.
 */
export function readInvoice(invoice: XmlElement | undefined, basis: Basis): InvoiceContent | Answer {
  const current = 'current' in basis ? basis.current : undefined;
  if (!invoice) return refuse('INVALID_INVOICE_DATA', 'the invoice is missing');
  const totalAmount = child(invoice, 'totalAmount');
  const tooLong = whyTextsAreTooLong(invoice);
  if (tooLong) return tooLong;
  const total =
    current && !totalAmount
      ? { amount: current.total, currency: current.currency }
      : readTotal(totalAmount, 'totalAmount');
  if ('result' in total) return total;
  const rows = current && !hasRows(invoice) ? keepRows(current, total.currency) : readRows(invoice, total.currency);
  if ('result' in rows) return rows;
  const optional = (field: TextField) => text(invoice, field) ?? current?.[field] ?? null;
  const notificationUrl = optional('notificationUrl');
  const badUrl = whyNotificationUrlIsInvalid(notificationUrl);
  if (badUrl) return badUrl;
  const paymentMode = readMode(PaymentMode, text(invoice, 'paymentMode') ?? current?.paymentMode ?? 'IMMEDIATE_DEBIT');
  if (!paymentMode) return refuse('INVALID_INVOICE_DATA', 'unknown paymentMode');
  const acknowledgment = readAcknowledgment(text(invoice, 'acknowledgmentMode'), basis);
  if ('result' in acknowledgment) return acknowledgment;
  const timeout = readTimeout(text(invoice, 'commitReservationTimeout'));
  if (timeout === undefined) return refuse('INVALID_INVOICE_DATA', 'commitReservationTimeout is not a whole number');
  return {
    currency: total.currency,
    total: total.amount,
    rows: JSON.stringify(rows),
    title: optional('title'),
    clientInvoiceId: optional('clientInvoiceId'),
    cashierId: optional('cashierId'),
    footer: optional('footer'),
    issueDate: readDate(text(invoice, 'issueDate')) ?? current?.issueDate ?? null,
    backURL: optional('backURL'),
    notificationUrl,
    paymentMode,
    ...acknowledgment,
    commitReservationTimeout: timeout ?? current?.commitReservationTimeout ?? null,
  };
}

type TextField = Exclude<
  keyof InvoiceContent,
  | 'currency'
  | 'total'
  | 'rows'
  | 'issueDate'
  | 'paymentMode'
  | 'acknowledgmentMode'
  | 'commitReservationTimeout'
  | 'acknowledgmentByDefault'
>;

function readMode<Mode extends string>(modes: Record<string, Mode>, wanted: string): Mode | undefined {
  return Object.values(modes).find((mode) => mode === wanted);
}

function readAcknowledgment(
  mode: string | undefined,
  basis: Basis,
): Pick<InvoiceContent, 'acknowledgmentMode' | 'acknowledgmentByDefault'> | Answer {
  if (mode !== undefined) {
    const acknowledgmentMode = readMode(AcknowledgmentMode, mode);
    if (acknowledgmentMode) return { acknowledgmentMode, acknowledgmentByDefault: false };
    return refuse('INVALID_INVOICE_DATA', 'unknown acknowledgmentMode');
  }
  if (!('current' in basis)) return { acknowledgmentMode: basis.acknowledgmentDefault, acknowledgmentByDefault: true };
  const { acknowledgmentMode, acknowledgmentByDefault } = basis.current;
  return { acknowledgmentMode, acknowledgmentByDefault };
}

function keepRows({ rows, currency }: InvoiceContent, wanted: Currency): InvoiceRow[] | Answer {
  const kept = parseRows(rows);
  if (currency === wanted || kept.length === 0) return kept;
  return refuse('INVALID_INVOICE_DATA', `the rows are in ${currency}, but the total is in ${wanted}`);
}

/** Reads the loyalty tokens of a request, except empty elements. Refuses invalid or too many tokens with 49. */
export function readTokens(request: XmlElement): CustomerToken[] | Answer {
  const elements = children(request, 'tokens').filter((element) => !isEmpty(element));
  if (elements.length > MAX_TOKENS) {
    return refuse('INVALID_INVOICE_DATA', `an invoice may have at most ${MAX_TOKENS} tokens`);
  }
  const tokens: CustomerToken[] = [];
  for (const element of elements) {
    const token = readToken(element);
    if (!token) {
      return refuse(
        'INVALID_INVOICE_DATA',
        `a token needs an id or a value; its status is a whole number of at most 9 digits; its texts may have at most ${MAX_TOKEN_TEXT} characters`,
      );
    }
    tokens.push(token);
  }
  return tokens;
}

/** Returns a refusal if a text of the invoice is too long, otherwise null. Check this before parsing notificationUrl. */
export function whyTextsAreTooLong(invoice: XmlElement): Answer | null {
  for (const [field, longest] of Object.entries(MAX_TEXT_LENGTHS)) {
    const { length } = text(invoice, field) ?? '';
    if (length > longest) {
      return refuse('INVALID_INVOICE_DATA', `${field} may have at most ${longest} characters and has ${length}`);
    }
  }
  return null;
}

/** Returns null for an http or https address, or if there is no address; otherwise a refusal. */
export function whyNotificationUrlIsInvalid(url: string | null | undefined): Answer | null {
  if (url === null || url === undefined || isHttpUrl(url)) return null;
  return refuse('INVALID_NOTIFICATION_URL', 'notificationUrl is not an http or https address');
}

function isHttpUrl(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** Null for an invalid date-time, so that no answer repeats it. SEQR's date-times may lack a time zone. */
function readDate(value: string | undefined): string | null {
  if (value === undefined || value.length > MAX_DATE_TIME_LENGTH) return null;
  const day = DATE_TIME.exec(value)?.[1];
  return day !== undefined && isDay(day) ? value : null;
}

/** JavaScript takes 30 February as 2 March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * Parses seconds, limited to 31 days. Returns null for a missing value, zero or less, and undefined for anything except
 * a whole number of at most 18 digits.
 */
function readTimeout(value: string | undefined): number | null | undefined {
  if (value === undefined) return null;
  if (!/^[+-]?\d{1,18}$/.test(value)) return undefined;
  const seconds = Math.min(Number(value), MAX_TIMEOUT_SECONDS);
  return seconds > 0 ? seconds : null;
}
