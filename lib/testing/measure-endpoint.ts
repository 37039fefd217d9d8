import { expect } from 'vitest';
import { fillings, measureGrowth } from './growth';

// For tests: measures how an endpoint's cost grows with the body.

type Answer = Response | object;
export type Endpoint = {
  readonly endpoint: string;
  readonly limit: number;
  readonly type: 'application/json' | 'application/x-www-form-urlencoded';
  readonly handle: (request: Request) => Answer | Promise<Answer>;
  /** Each creates a body of at most `size` bytes; the key describes its content. */
  readonly bodies: Record<string, (size: number) => string>;
};

export function casesOf(endpoints: readonly Endpoint[]) {
  return endpoints.flatMap(({ bodies, ...endpoint }) =>
    Object.entries(bodies).map(([what, make]) => ({ ...endpoint, what, make })),
  );
}

/** Returns the growth ratio (`measureGrowth`) at the largest body. The endpoint must accept that body and the shorter ones. */
export async function measureEndpoint({
  limit,
  type,
  handle,
  make,
}: ReturnType<typeof casesOf>[number]): Promise<number> {
  const headers = { host: 'localhost:3000', 'content-type': type };
  const send = async (body: string) => {
    const answer = await handle(new Request('http://localhost:3000/', { method: 'POST', headers, body }));
    return answer instanceof Response ? [answer.status, await answer.text()] : [200, ''];
  };
  const [status, text] = await send(make(limit));
  expect(status).not.toBe(413);
  expect(text).not.toContain('larger than');
  return measureGrowth(limit, make, send);
}

export function repeat(piece: string, size: number): string {
  return piece.repeat(Math.floor(size / piece.length));
}

/** A JSON array with as many of these items as fit. */
export function listOf(item: string, size: number): string {
  return `[${repeat(`${item},`, size - item.length - 2)}${item}]`;
}

export function field(name: string, filling: keyof typeof fillings) {
  return (size: number) => `${name}=${fillings[filling](size - name.length - 1)}`;
}

export const formFields = (size: number) => repeat('a=1&', size);
