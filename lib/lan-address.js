import { networkInterfaces } from 'node:os';

/**
 * This machine's first IPv4 address in its local network, where a phone can reach it.
 * Plain JavaScript, because it also runs before anything is compiled.
 *
 * @returns {string | undefined}
 */
export function lanAddress() {
  return Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
}
