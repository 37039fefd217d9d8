/** The files that a Finnish merchant replaces in a copy of the project, each with its replacement. */
export const finnishFiles = {
  'lib/merchant.ts': 'e2e/finnish/merchant.ts',
  'prisma/shop/seed/own-goods.ts': 'e2e/finnish/own-goods.ts',
};
