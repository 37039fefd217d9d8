import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { config } from '../../config';
import { isSameOrigin } from '../../same-origin';
import type { Sandbox } from '../context';
import { whenOn } from '../gate';
import { theSandbox } from '../the-sandbox';

const LARGEST_BODY = 100_000;

/** An answer other than 200, with a sentence that says why. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409,
    message: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

type Handle<Params> = (sandbox: Sandbox, request: Request, params: Params) => Promise<unknown>;

/** A route of the control API: checks who asks, answers what `handle` returns as JSON, and `ControlError`s as such. */
export function control<Params = Record<never, string>>(handle: Handle<Params>) {
  return whenOn(async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { public: hosted, key } = config().sandbox;
      if (hosted) checkKey(request, key);
      if (request.method !== 'GET' && !isSameOrigin(request)) {
        throw new ControlError(403, 'A page of another site may not control the sandbox.');
      }
      const result = await handle(await theSandbox(), request, await params);
      return Response.json(result ?? { ok: true }, { headers: { 'Cache-Control': 'no-store' } });
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      return Response.json({ error: error.message, ...error.detail }, { status: error.status });
    }
  });
}

/** A public sandbox is controlled only by who sends its key, as `X-Sandbox-Key` or as a bearer token. */
function checkKey(request: Request, key: string | undefined): void {
  if (!key) throw new ControlError(403, 'This public sandbox has no SEQR_SANDBOX_KEY, so it cannot be controlled.');
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const given = request.headers.get('x-sandbox-key') ?? bearer ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(digest(given), digest(key))) {
    throw new ControlError(401, 'This is a public sandbox: send its key in the header X-Sandbox-Key.');
  }
}

/** The request's JSON as `schema` wants it; no body counts as `{}`. Throws a `ControlError` that names the fields. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readText(request);
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body is not JSON.');
  }
  return readValues(json, schema);
}

/** Values as `schema` wants them. Throws a `ControlError` that names the fields. */
export function readValues<Schema extends z.ZodType>(values: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  throw new ControlError(400, problems.join('; '));
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) throw tooLarge();
  if (!request.body) return '';
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    if (text.length > LARGEST_BODY) throw tooLarge();
  }
  return text + decoder.decode();
}

function tooLarge(): ControlError {
  return new ControlError(400, `The body is larger than ${LARGEST_BODY} bytes.`);
}
