/** What a Finnish merchant replaces in a copy of the project, and by what. */
export const finnishFiles = {
  'lib/merchant.ts': 'e2e/finnish/merchant.ts',
  'prisma/shop/seed/own-goods.ts': 'e2e/finnish/own-goods.ts',
};
