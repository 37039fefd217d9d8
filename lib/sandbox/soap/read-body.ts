import { SoapFault } from '../wire/soap-fault';

export const MAX_REQUEST_BYTES = 1_000_000;
const MAX_DISCARDED_BYTES = 20_000_000;
const MAX_DISCARDING_MS = 5_000;

/**
 * Reads the request's text and decodes it from its declared encoding. Throws a `SoapFault` if it is compressed, larger
 * than 1 MB or not valid in that encoding.
 */
export async function readBody(request: Request): Promise<string> {
  const coding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity' && coding !== '') {
    throw new SoapFault('The request is compressed (Content-Encoding); send it uncompressed.');
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
    if (length > MAX_REQUEST_BYTES) {
      await discardRest(reader);
      throw new SoapFault('The request is larger than 1 MB.');
    }
    parts.push(value);
  }
}

/**
 * Many clients read no answer before they have sent the whole request: closing early would give them a broken pipe
 * instead of the fault. So the rest is read and discarded, up to a limit.
 */
async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timeout = setTimeout(() => void reader.cancel().catch(() => {}), MAX_DISCARDING_MS);
  for (let length = 0; length < MAX_DISCARDED_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
  }
  clearTimeout(timeout);
  reader.cancel().catch(() => {});
}

/** The encoding comes from the byte order mark, else the Content-Type, else the XML declaration, else it is UTF-8. */
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
    throw new SoapFault(`The request has an unknown encoding: ${label.slice(0, 40)}. Use UTF-8.`);
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
