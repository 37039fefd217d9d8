import type { z } from 'zod';
import { config } from '../config';
import { jsonResponse } from '../http/json-response';
import { plainText } from '../http/plain-text';
import { readBody } from '../http/request-body';
import { MAX_PROBLEMS } from '../input-limits';
import { isSameSecret } from '../same-secret';

const MAX_BODY_BYTES = 10_000;

/** An error response with a sentence that explains it. */
export class TestApiError extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

type Context<Params> = { readonly params: Promise<Params> };
type Handle<Params> = (request: Request, params: Params) => Promise<object>;

/**
 * Wraps a route of the test API: requires the key, and sends the result, or a `TestApiError`, as JSON. Without
 * TEST_API_KEY, answers 404, in case hide-test-api.ts did not hide the route.
 */
export function testRoute<Params extends Record<string, string> = Record<never, string>>(handle: Handle<Params>) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    const key = config().testApiKey;
    if (key === undefined) return plainText('Not found.', 404);
    const sent = /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    if (!isSameSecret(sent, key)) {
      const error = 'The test API requires its key: send “Authorization: Bearer <TEST_API_KEY>”.';
      return answer({ error }, 401, { 'WWW-Authenticate': 'Bearer' });
    }
    try {
      const values = await params;
      // On a route without parameters, Next passes undefined, despite its types.
      if (!Object.values(values ?? {}).every(isPathPart)) throw new TestApiError(404, 'There is no such address.');
      return answer(await handle(request, values));
    } catch (error) {
      if (!(error instanceof TestApiError)) throw error;
      return answer({ error: error.message }, error.status);
    }
  };
}

/** PostgreSQL refuses a query with a zero byte. */
function isPathPart(part: string): boolean {
  return part.length <= 100 && !/\p{Cc}/u.test(part);
}

function answer(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return jsonResponse(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

/**
 * Parses the request's JSON by `schema`; an empty body counts as `{}`. Throws a `TestApiError` (400) if the body is too
 * large or not JSON, or if fields are invalid, and names them.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readBody(request, MAX_BODY_BYTES);
  if (text === null) throw new TestApiError(400, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new TestApiError(400, 'The body is not JSON.');
  }
  return parse(json, schema);
}

/** Parses the address's query by `schema`. Throws a `TestApiError` (400) that names the invalid parameters. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  return parse(Object.fromEntries(new URL(request.url).searchParams), schema);
}

function parse<Schema extends z.ZodType>(values: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MAX_PROBLEMS);
  const problems = issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  throw new TestApiError(400, problems.join('; '));
}
