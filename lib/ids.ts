import { randomBytes, randomUUID } from 'node:crypto';

/**
 * 128 random bits in base64url (22 characters), for ids that grant access to anyone who knows them, such as an order's.
 */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

export const newUuid = randomUUID;
