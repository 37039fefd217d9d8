import { createHash } from 'node:crypto';
import { parseMultipart } from './parse-multipart';
import { mediaType, readBytes } from './request-body';

/** Room for what surrounds the file in a form: the other fields and the headers of each part. */
const FORM_BYTES = 16_384;

export type Upload = {
  readonly key: string;
  /** Empty if no file was chosen. Its name and type, which the client chooses, are not kept. */
  readonly file: Uint8Array;
  /** Identifies the content, to tell a repeated form from a different one. */
  readonly digest: string;
};

/**
 * Reads a form with the fields `key` and `file` (multipart/form-data). Stops reading a body that exceeds `limit` by
 * more than a form needs. `type`: the request has another content type. `form`: it is not a valid form, or a field is missing.
 */
export async function readUpload(request: Request, limit: number): Promise<Upload | 'type' | 'large' | 'form'> {
  if (mediaType(request) !== 'multipart/form-data') return 'type';
  const body = await readBytes(request, limit + FORM_BYTES);
  if (body === null) return 'large';
  const parts = parseMultipart(body, request.headers.get('content-type') ?? '');
  const key = parts?.find(({ name, isFile }) => name === 'key' && !isFile);
  const file = parts?.find(({ name, isFile }) => name === 'file' && isFile);
  if (!key || !file) return 'form';
  const digest = createHash('sha256').update(file.content).digest('hex');
  return { key: key.content.toString(), file: file.content, digest };
}
