import { maxLengths } from '../input-limits';
import { merchant } from '../merchant';

/** Who carries the parcel, and the https link at which the buyer can follow it; null where unknown. */
export type Shipment = { readonly carrier: string | null; readonly trackingUrl: string | null };

/**
 * The invalid field: `carrier`, no carrier is chosen or the fields belong to another choice; `number`, the tracking number;
 * `name`, the other carrier's name; `link`, its link.
 */
type ShipmentProblem = 'carrier' | 'number' | 'name' | 'link';

type ParsedShipment =
  | { readonly ok: true; readonly shipment: Shipment }
  | { readonly ok: false; readonly problem: ShipmentProblem };

/** The form's value for a carrier that is not in the merchant's list. */
export const OTHER_CARRIER = 'other';

/**
 * Reads the form that marks an order as sent. `carrier` is empty, the name of one of the merchant's carriers (with
 * `trackingNumber`) or `OTHER_CARRIER` (with `carrierName` and `trackingUrl`). Number and link may be empty.
 */
export function parseShipment(form: Readonly<Record<string, string>>): ParsedShipment {
  const typed = (name: string) => form[name]?.trim() ?? '';
  const [choice, number, name, link] = [
    typed('carrier'),
    typed('trackingNumber').replace(/\s/g, ''),
    typed('carrierName'),
    typed('trackingUrl'),
  ];
  if (choice === OTHER_CARRIER) return number === '' ? parseOther(name, link) : refuse('carrier');
  if (name !== '' || link !== '') return refuse('carrier');
  if (choice === '') return number === '' ? accept(null, null) : refuse('carrier');
  const listed = merchant.carriers.find((carrier) => carrier.name === choice);
  if (!listed) return refuse('carrier');
  if (number === '') return accept(listed.name, null);
  if (number.length > maxLengths.trackingNumber || !/^[\da-z-]+$/i.test(number)) return refuse('number');
  return accept(listed.name, listed.trackingUrl.replaceAll('{number}', encodeURIComponent(number)));
}

function parseOther(name: string, link: string): ParsedShipment {
  if (name === '' || name.length > maxLengths.carrierName || /\p{Cc}/u.test(name)) return refuse('name');
  if (link === '') return accept(name, null);
  const url = parseLink(link);
  return url === null ? refuse('link') : accept(name, url);
}

/** An absolute https address without a password. Null for anything else. */
function parseLink(text: string): string | null {
  if (text.length > maxLengths.trackingUrl || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, username, password, href } = new URL(text);
  const isPublic = protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
  return isPublic && /^https:\/\//i.test(text) ? href : null;
}

function accept(carrier: string | null, trackingUrl: string | null): ParsedShipment {
  return { ok: true, shipment: { carrier, trackingUrl } };
}

function refuse(problem: ShipmentProblem): ParsedShipment {
  return { ok: false, problem };
}
