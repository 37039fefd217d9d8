import type { z } from 'zod';
import { config } from '../../config';
import { jsonResponse } from '../../http/json-response';
import { readBody } from '../../http/request-body';
import { isSameOrigin } from '../../http/same-origin';
import { MAX_PROBLEMS } from '../../input-limits';
import { isSameSecret } from '../../same-secret';
import { getSandbox } from '../boot/create-sandbox';
import type { Sandbox } from '../core/context';
import { requireSandbox } from '../core/require-sandbox';

const MAX_BODY_BYTES = 100_000;

/** An error response with a sentence that explains it. */
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

/** Wraps a route of the control API: checks the caller and sends the result, or a `ControlError`, as JSON. */
export function controlRoute<Params = Record<never, string>>(handle: Handle<Params>) {
  return requireSandbox(async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { public: hosted, key } = config().sandbox;
      if (hosted) checkKey(request, key);
      if (request.method !== 'GET' && !isSameOrigin(request)) {
        throw new ControlError(403, 'Pages of other sites must not control the sandbox.');
      }
      const result = await handle(await getSandbox(), request, await params);
      return jsonResponse(result ?? { ok: true }, { headers: { 'Cache-Control': 'no-store' } });
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      return jsonResponse({ error: error.message, ...error.detail }, { status: error.status });
    }
  });
}

/** A public sandbox requires its key, as `X-Sandbox-Key` or as a bearer token. */
function checkKey(request: Request, key: string | undefined): void {
  if (!key) throw new ControlError(403, 'This public sandbox has no SEQR_SANDBOX_KEY, so it cannot be controlled.');
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const sentKey = request.headers.get('x-sandbox-key') ?? bearer ?? '';
  if (!isSameSecret(sentKey, key)) {
    throw new ControlError(401, 'This is a public sandbox: send its key in the header X-Sandbox-Key.');
  }
}

/**
 * Parses the request's JSON by `schema`; an empty body counts as `{}`. Throws a `ControlError` (400) if the body is too
 * large, is not JSON, or has invalid fields, which the error names.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readBody(request, MAX_BODY_BYTES);
  if (text === null) throw new ControlError(400, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body is not JSON.');
  }
  return readValues(json, schema);
}

/** Parses values by `schema`. Throws a `ControlError` that names the invalid fields. */
export function readValues<Schema extends z.ZodType>(values: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MAX_PROBLEMS);
  const problems = issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  throw new ControlError(400, problems.join('; '));
}
