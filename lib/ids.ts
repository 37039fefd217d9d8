import { randomBytes, randomUUID } from 'node:crypto';

/** 128 random bits, base64url (22 characters): for ids whose knowledge is the permission, such as an order's. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

export const newUuid = randomUUID;
