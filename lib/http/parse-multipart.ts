// Reads small forms with a file in one pass. The platform's `formData()` takes 15 s for 10 MB of empty files.

const MAX_PARTS = 8;
/** The maximum size of a part's headers in bytes. They contain the file's name. */
const MAX_HEADERS = 4_096;
const HEADERS_END = '\r\n\r\n';

/** A field of a form. `isFile`: the browser sent it as a file. `content` is a view of the body. */
export type Part = { readonly name: string; readonly isFile: boolean; readonly content: Buffer };

/**
 * The fields of a form as browsers send it (RFC 7578). Null if it is incomplete or invalid, repeats a field, or has
 * more fields or longer headers than any form of the shop.
 */
export function parseMultipart(body: Uint8Array, contentType: string): Part[] | null {
  const boundary = /;\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*(?:;|$)/i.exec(contentType)?.[1];
  if (!boundary) return null;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = `--${boundary}`;
  const parts: Part[] = [];
  let at = textAt(bytes, 0, delimiter) ? delimiter.length : -1;
  while (at >= 0 && parts.length <= MAX_PARTS) {
    if (textAt(bytes, at, '--')) return parts;
    const headersEnd = bytes.subarray(at, at + MAX_HEADERS).indexOf(HEADERS_END);
    if (headersEnd < 0 || !textAt(bytes, at, '\r\n')) return null;
    const start = at + headersEnd + HEADERS_END.length;
    const end = bytes.indexOf(`\r\n${delimiter}`, start);
    const part = parsePart(bytes.toString('utf8', at, at + headersEnd), bytes.subarray(start, Math.max(start, end)));
    if (end < 0 || !part || parts.some(({ name }) => name === part.name)) return null;
    parts.push(part);
    at = end + 2 + delimiter.length;
  }
  return null;
}

function parsePart(headers: string, content: Buffer): Part | null {
  const disposition = /^content-disposition:\s*form-data(;.*)$/im.exec(headers)?.[1];
  const name = disposition && /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  return name ? { name, isFile: /;\s*filename\*?=/i.test(disposition), content } : null;
}

function textAt(bytes: Buffer, at: number, text: string): boolean {
  return bytes.toString('latin1', at, at + text.length) === text;
}
