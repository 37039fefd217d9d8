/** A response with one line of plain text, which is not cached. */
export function plainText(line: string, status: number): Response {
  return new Response(`${line}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
