import type { Currency } from '../../money';
import { type Answer, refuse } from '../answer';
import { child, children, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import { ACKNOWLEDGMENT_MODES, type AcknowledgmentMode } from './acknowledgment';
import { readTotal } from './read-amount';
import { hasRows, type InvoiceRow, readRows } from './rows';
import { type CustomerToken, LONGEST_TOKEN_TEXT, MAX_TOKENS, readToken } from './tokens';

const PAYMENT_MODES = [
  'IMMEDIATE_DEBIT',
  'RESERVATION_DESIRED',
  'RESERVATION_REQUIRED',
  'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT',
];
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const LONGEST_TIMEOUT_SECONDS = 31 * 86_400;
const LONGEST_DATE_TIME = 40;
/** SEQR documents no limits for these; they only keep the database small and the work for each request bounded. */
const LONGEST_TEXTS = {
  title: 1_000,
  clientInvoiceId: 200,
  cashierId: 200,
  footer: 2_000,
  backURL: 2_000,
  notificationUrl: 2_000,
};

/** An invoice's content in the columns of the database; null: not given. */
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
  paymentMode: string;
  acknowledgmentMode: string;
  /** The merchant named no acknowledgmentMode. */
  acknowledgmentByDefault: boolean;
  commitReservationTimeout: number | null;
}

/** What counts where a request leaves fields out: the invoice that it changes, or the defaults of a new one. */
export type Basis = { readonly known: InvoiceContent } | { readonly acknowledgmentDefault: AcknowledgmentMode };

/** Reads the `invoice` of a request. Refuses with 49, 11 (too large) or 64 (notificationUrl not http or https). */
export function readInvoice(invoice: XmlElement | undefined, basis: Basis): InvoiceContent | Answer {
  const known = 'known' in basis ? basis.known : undefined;
  if (!invoice) return refuse('INVALID_INVOICE_DATA', 'the invoice is missing');
  const totalAmount = child(invoice, 'totalAmount');
  const tooLong = whyTextsAreTooLong(invoice);
  if (tooLong) return tooLong;
  const total =
    known && !totalAmount ? { amount: known.total, currency: known.currency } : readTotal(totalAmount, 'totalAmount');
  if ('result' in total) return total;
  const rows = known && !hasRows(invoice) ? keepRows(known, total.currency) : readRows(invoice, total.currency);
  if ('result' in rows) return rows;
  const optional = (field: TextField) => text(invoice, field) ?? known?.[field] ?? null;
  const notificationUrl = optional('notificationUrl');
  const badUrl = whyNotificationUrlIsInvalid(notificationUrl);
  if (badUrl) return badUrl;
  const paymentMode = optional('paymentMode') ?? 'IMMEDIATE_DEBIT';
  if (!PAYMENT_MODES.includes(paymentMode)) return refuse('INVALID_INVOICE_DATA', 'unknown paymentMode');
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
    issueDate: readDate(text(invoice, 'issueDate')) ?? known?.issueDate ?? null,
    backURL: optional('backURL'),
    notificationUrl,
    paymentMode,
    ...acknowledgment,
    commitReservationTimeout: timeout ?? known?.commitReservationTimeout ?? null,
  };
}

type TextField = Exclude<
  keyof InvoiceContent,
  'currency' | 'total' | 'rows' | 'issueDate' | 'commitReservationTimeout' | 'acknowledgmentByDefault'
>;

function readAcknowledgment(
  mode: string | undefined,
  basis: Basis,
): Pick<InvoiceContent, 'acknowledgmentMode' | 'acknowledgmentByDefault'> | Answer {
  if (mode !== undefined) {
    if (ACKNOWLEDGMENT_MODES.some((known) => known === mode)) {
      return { acknowledgmentMode: mode, acknowledgmentByDefault: false };
    }
    return refuse('INVALID_INVOICE_DATA', 'unknown acknowledgmentMode');
  }
  if (!('known' in basis)) return { acknowledgmentMode: basis.acknowledgmentDefault, acknowledgmentByDefault: true };
  const { acknowledgmentMode, acknowledgmentByDefault } = basis.known;
  return { acknowledgmentMode, acknowledgmentByDefault };
}

function keepRows({ rows, currency }: InvoiceContent, wanted: Currency): InvoiceRow[] | Answer {
  const kept = JSON.parse(rows) as InvoiceRow[];
  if (currency === wanted || kept.length === 0) return kept;
  return refuse('INVALID_INVOICE_DATA', `the rows are in ${currency}, the total is in ${wanted}`);
}

/** The loyalty tokens of a request; refuses with 49 more than an invoice can have, and invalid ones. */
export function readTokens(request: XmlElement): CustomerToken[] | Answer {
  const elements = children(request, 'tokens');
  if (elements.length > MAX_TOKENS) {
    return refuse('INVALID_INVOICE_DATA', `an invoice may have at most ${MAX_TOKENS} tokens`);
  }
  const tokens: CustomerToken[] = [];
  for (const element of elements) {
    const token = readToken(element);
    if (!token) {
      return refuse(
        'INVALID_INVOICE_DATA',
        `a token needs an id and a whole number as its status; its texts may have at most ${LONGEST_TOKEN_TEXT} characters`,
      );
    }
    tokens.push(token);
  }
  return tokens;
}

/** Null unless a text of the invoice is longer than the sandbox keeps. To be asked before an address is parsed. */
export function whyTextsAreTooLong(invoice: XmlElement): Answer | null {
  for (const [field, longest] of Object.entries(LONGEST_TEXTS)) {
    const { length } = text(invoice, field) ?? '';
    if (length > longest) {
      return refuse('INVALID_INVOICE_DATA', `${field} may have at most ${longest} characters and has ${length}`);
    }
  }
  return null;
}

/** Null for an http or https address, and for none. */
export function whyNotificationUrlIsInvalid(url: string | null | undefined): Answer | null {
  if (url === null || url === undefined || isHttpUrl(url)) return null;
  return refuse('INVALID_NOTIFICATION_URL', 'notificationUrl is not an http or https address');
}

export function isHttpUrl(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** SEQR's date-times may lack a time zone; what is no date-time at all is left out rather than repeated in answers. */
function readDate(value: string | undefined): string | null {
  if (value === undefined || value.length > LONGEST_DATE_TIME) return null;
  return DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** Seconds; zero and less mean none given. Undefined when it is not a number. */
function readTimeout(value: string | undefined): number | null | undefined {
  if (value === undefined) return null;
  if (!/^[+-]?\d{1,18}$/.test(value)) return undefined;
  const seconds = Math.min(Number(value), LONGEST_TIMEOUT_SECONDS);
  return seconds > 0 ? seconds : null;
}
