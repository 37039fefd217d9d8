/**
 * Thrown by a write whose later statement contradicts an earlier one, because a write with another scope was committed
 * in between. The write is rolled back and repeated.
 */
export class WriteAgain extends Error {
  override name = 'WriteAgain';
}

/** Compares the name, because each of Next's bundles has its own copy of the class. */
export function isWriteAgain(error: unknown): boolean {
  return error instanceof Error && error.name === 'WriteAgain';
}
