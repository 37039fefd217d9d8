import { randomInt } from 'node:crypto';

/** A client's address for one test, because the server counts per address. From the range for benchmarks (RFC 2544). */
export function newAddress(): string {
  return `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
