import { SoapFault } from './fault';

export const LARGEST_REQUEST = 1_000_000;
const MOST_DISCARDED = 20_000_000;
const LONGEST_DISCARDING_MS = 5_000;

/** The request's text, of at most 1 MB and in the encoding that it names. Throws a `SoapFault` as soon as it is too long. */
export async function readBody(request: Request): Promise<string> {
  const coding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity' && coding !== '') {
    throw new SoapFault('The request is compressed (Content-Encoding); send it as it is.');
  }
  return decode(await readBytes(request), request.headers.get('content-type') ?? '');
}

async function readBytes(request: Request): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    length += value.byteLength;
    if (length > LARGEST_REQUEST) {
      await discardRest(reader);
      throw new SoapFault('The request is larger than 1 MB.');
    }
    parts.push(value);
  }
}

/**
 * Many a client reads no answer before it has sent its whole request: closed earlier, it would know of a broken pipe
 * and not of the fault. So the rest is read and thrown away, as far as that is bearable.
 */
async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const giveUp = setTimeout(() => void reader.cancel().catch(() => {}), LONGEST_DISCARDING_MS);
  for (let length = 0; length < MOST_DISCARDED; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
  }
  clearTimeout(giveUp);
  reader.cancel().catch(() => {});
}

/** A byte order mark tells the encoding, else the Content-Type, else the XML declaration, else it is UTF-8. */
function decode(bytes: Buffer, contentType: string): string {
  const label =
    byteOrderMark(bytes) ??
    /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ??
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(bytes.toString('latin1', 0, 200))?.[1] ??
    'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new SoapFault(`The request is in an encoding that is not known here: ${label.slice(0, 40)}. Use UTF-8.`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new SoapFault(`The request is not valid ${decoder.encoding.toUpperCase()}.`);
  }
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
